import { stripDiacritics } from './words'

/** 'Xã Chợ Mới' -> 'xa-cho-moi': the suggested code of an office or a field, and the name of a file. */
export const slugOf = (name: string, longest = 40) =>
  (stripDiacritics(name).match(/[a-z0-9]+/g) ?? []).join('-').slice(0, longest).replace(/-$/, '')
