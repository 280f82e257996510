import { maskIdentifiers } from '../../lib/text/mask'

/** From this length on screen readers announce the rest. */
export const NEARLY = 900

/** "Cán bộ Hoa", "chị Trần Thị B": a capital after these words, which many write small as well. */
const PERSON =
  /(?:^|[^\p{L}])(?:cán bộ|công chức|nhân viên|đồng chí|anh|chị|ông|bà|cô|chú|bác|thầy)\s+(\p{Lu}[\p{Ll}\p{M}]*)/giu
/** What such a capital also begins: an office, or the other half of "ông/bà". */
const NO_NAME = /^(?:ban|bà|bộ|chị|chủ|cô|công|em|huyện|một|phòng|phường|sở|tiếp|tỉnh|trung|tôi|tư|ủy|uỷ|văn|xã)$/iu
const CAPITAL = /^\p{Lu}\p{Ll}/u

/**
 * What of a text could tell who somebody is: something that the office will see masked, or a person's name, which is not
 * masked. The person is warned, and decides.
 */
export function identifyingPart(written: string) {
  const text = written.normalize()
  if (maskIdentifiers(text) !== text) return 'identifies'
  const names = [...text.matchAll(PERSON)].map(([, name = '']) => name)
  return names.some(name => CAPITAL.test(name) && !NO_NAME.test(name)) ? 'names_someone' : undefined
}
