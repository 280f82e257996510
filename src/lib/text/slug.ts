import { stripDiacritics } from './search'

const LONGEST = 40

/** 'Xã Chợ Mới' -> 'xa-cho-moi': the code of an office or a field, until somebody writes another. */
export const slugOf = (name: string) =>
  (stripDiacritics(name).match(/[a-z0-9]+/g) ?? []).join('-').slice(0, LONGEST).replace(/-$/, '')
