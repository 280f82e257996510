import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { everydayPhrases } from './everyday-phrases.fixtures'
import { search } from './search'
import { synonyms } from './synonyms'
import { folded } from './words'

type Procedure = { code: string; name: string; field: string }
const procedures: Procedure[] = parse(readFileSync('supabase/reference/procedures.csv'), { columns: true })
const find = (query: string) =>
  search(procedures, query, ({ name, code, field }) => `${name} ${code} ${field}`, synonyms)
const nameOf = new Map(procedures.map(({ code, name }) => [code, name]))

test('every procedure of the commune has other names, under its official one', () => {
  expect(synonyms.map(({ code }) => code).toSorted()).toEqual(procedures.map(({ code }) => code).toSorted())
  for (const { code, name } of synonyms) expect(nameOf.get(code)?.startsWith(name), name).toBe(true)
  expect(synonyms.flatMap(({ others }) => others).length).toBeGreaterThanOrEqual(150)
})

test('a name stands for one procedure, and is found', () => {
  const names = synonyms.flatMap(({ code, others }) => others.map(other => ({ code, other })))
  expect(new Set(names.map(({ other }) => folded(other))).size).toBe(names.length)
  for (const { code, other } of names) expect(find(other).items[0]?.code, other).toBe(code)
})

/** What people type, and the procedure that must come first. */
const queries = `
khai sinh: 1.001193 | đăng ký khai sinh: 1.001193 | khai sanh: 1.001193 | giấy khai sanh: 1.001193 | khaisinh: 1.001193
dang ky khai sinh: 1.001193 | đăng kí khai sinh: 1.001193 | dangkykhaisinh: 1.001193 | khai sihn: 1.001193 | khai snh: 1.001193
làm giấy khai sinh cho con: 1.001193 | lam khai sanh: 1.001193 | KHAI SINH: 1.001193 | 1.001193: 1.001193 | 1001193: 1.001193
001193: 1.001193 | 1193: 1.001193 | 1,001193: 1.001193 | 1 001193: 1.001193 | 1.001193.000.00.00.H01: 1.001193
1.001612.000.00.00.H01: 1.001612 | 001612: 1.001612 | 1001612: 1.001612 | khai tử: 1.000656 | giấy chứng tử: 1.000656
giay chung tu: 1.000656 | báo tử: 1.000656 | chứng tử: 1.000656 | kết hôn: 1.000894 | giấy hôn thú: 1.000894
hon thu: 1.000894 | ket hpn: 1.000894 | độc thân: 1.004873 | xác nhận độc thân: 1.004873 | tinh trang hon nhan: 1.004873
trích lục khai sanh: 2.000635 | trích lục: 2.000635 | đổi tên: 1.004859 | sửa năm sinh: 1.004859 | chữ lót: 1.004859
mất giấy khai sinh: 1.004884 | làm lại khai sanh: 1.004884 | nhận cha con: 1.001022 | con ngoài giá thú: 1.001022
giám hộ: 1.004837 | mất hôn thú: 1.004746 | bảo hiểm y tế cho bé: 2.001023 | khai sinh nước ngoài: 2.000528
khai sinh có yếu tố nước ngoài: 2.000528 | lấy chồng hàn quốc: 2.000806 | công chứng: 2.000815 | cong chung: 2.000815
sao y: 2.000815 | sao y bản chính: 2.000815 | chứng thực: 2.001019 | chứng thực bản sao: 2.000815 | công chứng chữ ký: 2.000884
giấy ủy quyền: 2.000884 | uỷ quyền: 2.000884 | sơ yếu lí lịch: 2.000884 | di chúc: 2.001019 | từ chối thừa kế: 2.001016
chia thừa kế: 2.001406 | hợp đồng mua bán nhà đất: 2.001035 | nhập hộ khẩu: 1.004222 | hộ khẩu: 1.004222 | sổ hộ khẩu: 1.004222
nhap ho khau: 1.004222 | thường trú: 1.004222 | tạm trú: 1.004194 | kt3: 1.004194 | gia hạn tạm trú: 1.002755
tách hộ khẩu: 1.010038 | tách sổ: 1.010038 | xoá hộ khẩu: 1.003197 | cắt khẩu: 1.003197 | tạm vắng: 1.003677 | ct07: 1.010041
xác nhận nơi ở: 1.010041 | lưu trú: 2.001159 | khách ở lại: 2.001159 | giấy phép kinh doanh: 1.001612 | mở quán: 1.001612
hộ kinh doanh: 1.001612 | dẹp tiệm: 1.001266 | tạm ngưng kinh doanh: 1.001570 | mất giấy phép kinh doanh: 2.000575
sổ đỏ: 1.013978 | so do: 1.013978 | sodo: 1.013978 | làm sổ đỏ ở đâu: 1.013978 | sổ hồng: 1.013978 | bằng khoán: 1.013978
lên thổ cư: 1.013949 | chuyển mục đích: 1.013949 | sai sổ đỏ: 1.012796 | tranh chấp đất: 1.012812 | hoà giải tranh chấp: 1.012812
hòa giải viên: 1.002211 | đổi sổ đỏ: 1.012783 | tách thửa: 1.012784 | tach thua: 1.012784 | mất sổ đỏ: 1.012786
sang tên sổ đỏ: 1.013831 | bán đất: 1.013831 | cất nhà: 1.013225 | giấy phép xây dựng: 1.013225 | xây nhà: 1.013225
sửa nhà: 1.013229 | gia hạn giấy phép xây dựng: 1.013227 | hộ nghèo: 1.011606 | xin hộ nghèo: 1.011607 | nhận con nuôi: 2.001263
đất lúa: 1.008004 | vỉa hè: 1.013274 | dựng rạp đám cưới: 1.013274 | quy hoạch: 1.014159 | qui hoạch: 1.014159
birth certificate: 1.001193 | marriage: 1.000894
`
  .trim()
  .split(/\s*[|\n]\s*/)
  .map(one => one.split(': ') as [string, string])

test('the list of queries is long enough', () => {
  expect(queries.length).toBeGreaterThanOrEqual(80)
})

test.each(queries)('"%s" finds %s first', (query, code) => {
  expect(find(query).items[0]?.code).toBe(code)
})

test('sentences, raw keys of Telex, VNI and VIQR, and codes in all their forms find it among the first three', () => {
  expect(everydayPhrases.length).toBeGreaterThan(400)
  const missed = everydayPhrases.filter(
    ({ phrase, codes }) =>
      !find(phrase)
        .items.slice(0, 3)
        .some(({ code }) => codes.includes(code)),
  )
  expect(missed).toEqual([])
})

test.each([
  ['khai sanh', ['Đăng ký khai sinh', 'Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân']],
  ['sổ đỏ', ['Đăng ký đất đai']],
  ['khai sinh', []],
  ['1001193', []],
])('the page says by what "%s" was found', (query, names) => {
  const { by } = find(query)
  if (names.length === 0) expect(by).toEqual([])
  else expect(by[0]).toContain(names[0])
})

test.each(['hộ chiếu', 'thẻ căn cước', 'bằng lái xe', 'xyz', '999999', 'không có gì như thế'])(
  '"%s" finds nothing',
  query => {
    expect(find(query).items.map(({ name }) => name)).toEqual([])
  },
)
