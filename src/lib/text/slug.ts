import { stripDiacritics } from './search'

const LONGEST = 40

/** 'Xã Chợ Mới' -> 'xa-cho-moi': the suggested code of an office or a field. */
export const slugOf = (name: string) =>
  (stripDiacritics(name).match(/[a-z0-9]+/g) ?? []).join('-').slice(0, LONGEST).replace(/-$/, '')
