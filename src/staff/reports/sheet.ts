import type { TFunction } from 'i18next'
import type { ReportRule } from '../../data/reports'
import type { Report } from '../../lib/figures/report'

/** A formula with the value that it has when the file is opened; a reader that does not calculate shows that one. */
export type Formula = { formula: string; value: string | number; format?: string }
export type SheetCell = string | number | null | Formula
export type Names = { office: string; period: string; factor: (factor: string) => string; notice: string | null }

/** The row of the first index, from 1 as a spreadsheet counts. */
const FIRST = 7
const LAST = FIRST + 8
const TOTAL = LAST + 1
/** Where decision 766 and our own figure begin. */
const NATIONAL = TOTAL + 4
const OWN = NATIONAL + 9
const SIPAS = OWN + 6

const tenths = (points: number | null) => (points === null ? '' : points / 10)
const POINTS = '0.0'
const SHARE = '0.0%'

/**
 * A report as the cells of a sheet, row by row. What was counted or entered stands there as numbers; everything that follows
 * from them is a formula, by the same rules as in the database (private.report_lines, private.report_class).
 */
export function reportSheet(report: Report, rules: ReportRule[], names: Names, t: TFunction<'staff'>): SheetCell[][] {
  const heading = [
    t('reports.title'),
    `${names.office}, ${names.period}`,
    names.notice ?? '',
    t('reports.unverified.circular'),
  ]
  return [
    ...heading.map(line => [line]),
    [],
    ['index', 'name', 'two', 'one', 'zero', 'whole', 'points', 'source', 'counted', 'expected'].map(column =>
      t(`reports.sheet.${column as 'index'}`),
    ),
    ...report.indices.map((row, i) => indexRow(row, FIRST + i, rules, t)),
    ...totalRows(report, t),
    [],
    ...nationalRows(report, t),
    [],
    ...ownRows(report, t),
    [],
    ...factorRows(report, names, t),
  ]
}

type Row = Report['indices'][number]

function indexRow(row: Row, at: number, rules: ReportRule[], t: TFunction<'staff'>): SheetCell[] {
  const isCounted = row.two !== null
  return [
    row.index,
    rules.find(({ index }) => index === row.index)?.name ?? '',
    row.two,
    row.one,
    row.zero,
    isCounted || row.tenths === null ? null : row.tenths / 10,
    {
      formula: `IF(COUNT(C${at}:E${at})=3,ROUND((2*C${at}+D${at})/SUM(C${at}:E${at}),1),IF(COUNT(F${at})=1,F${at},""))`,
      value: tenths(row.tenths),
      format: POINTS,
    },
    row.source === null ? t('reports.none') : t(`reports.from.${row.source}`),
    row.counted,
    row.expected,
  ]
}

const classes = ['excellent', 'good', 'fair', 'average', 'weak', 'none'] as const

function totalRows(report: Report, t: TFunction<'staff'>): SheetCell[][] {
  const [excellent, good, fair, average, weak, none] = classes.map(one => `"${t(`reports.class.${one}`)}"`)
  const [points, total] = [`G${FIRST}:G${LAST}`, `G${TOTAL}`]
  const isWhole = `AND(COUNT(${points})=9,SUMPRODUCT(1*(I${FIRST}:I${LAST}<J${FIRST}:J${LAST}))=0)`
  const byBounds = `IF(${total}>=15,${excellent},IF(${total}>=12,${good},IF(${total}>=9,${fair},IF(${total}>=6,${average},${weak}))))`
  const line = (label: string, formula: Formula): SheetCell[] => [null, label, null, null, null, null, formula]
  return [
    line(t('reports.total'), {
      formula: `IF(COUNT(${points})=0,"",ROUND(SUM(${points}),1))`,
      value: tenths(report.tenths),
      format: POINTS,
    }),
    line(t('reports.sheet.known'), { formula: `COUNT(${points})`, value: report.known }),
    line(t('reports.class_name'), {
      formula: `IF(${isWhole},${byBounds},${none})`,
      value: t(`reports.class.${report.class ?? 'none'}`),
    }),
  ]
}

function nationalRows({ national }: Report, t: TFunction<'staff'>): SheetCell[][] {
  const [handled, late, dissatisfied] = [1, 2, 3].map(row => `C${NATIONAL + row}`)
  const isOpen = `COUNT(${handled}:${dissatisfied})<3`
  const [low, high] = [4, 5].map(row => `C${NATIONAL + row}`)
  const share = (formula: string, value: number | null | undefined) => ({
    formula: `IF(${isOpen},"",${formula})`,
    value: value ?? '',
    format: SHARE,
  })
  const points = (cell: string | undefined, value: number | null | undefined) => ({
    formula: `IF(${isOpen},"",ROUND(6*MIN(1,${cell}/0.9),2))`,
    value: value ?? '',
    format: '0.00',
  })
  return [
    [t('reports.national')],
    [null, t('reports.sheet.handled'), national?.handled ?? null],
    [null, t('reports.sheet.late'), national?.late ?? null],
    [null, t('reports.sheet.dissatisfied'), national?.dissatisfied ?? null],
    [
      null,
      t('reports.sheet.low'),
      share(`MAX(0,${handled}-${late}-${dissatisfied})/${handled}`, national?.low),
      points(low, national?.low_points),
    ],
    [
      null,
      t('reports.sheet.high'),
      share(`(${handled}-MIN(${handled},MAX(${late},${dissatisfied})))/${handled}`, national?.high),
      points(high, national?.high_points),
    ],
    [null, t('reports.unverified.national')],
    [null, t('reports.petitions_left_out')],
  ]
}

function ownRows({ own }: Report, t: TFunction<'staff'>): SheetCell[][] {
  const [satisfied, n] = [`C${OWN + 1}`, `C${OWN + 2}`]
  return [
    [t('reports.own')],
    [null, t('reports.sheet.satisfied'), own?.satisfied ?? null],
    [null, t('reports.sheet.n'), own?.n ?? null],
    [
      null,
      t('reports.sheet.rate'),
      { formula: `IF(COUNT(${satisfied}:${n})<2,"",${satisfied}/${n})`, value: own?.rate ?? '', format: SHARE },
    ],
    [null, t('reports.comparison_lead')],
  ]
}

function factorRows({ factors }: Report, names: Names, t: TFunction<'staff'>): SheetCell[][] {
  return [
    [t('reports.sipas')],
    [
      null,
      t('reports.factor'),
      t('reports.sheet.praised'),
      t('reports.sheet.improve'),
      t('reports.sheet.praised_share'),
    ],
    ...(factors ?? []).map(({ factor, praised, improve }, i) => {
      const [a, b] = [`C${SIPAS + 2 + i}`, `D${SIPAS + 2 + i}`]
      const share = praised === null || improve === null ? '' : praised / (praised + improve)
      return [
        null,
        names.factor(factor),
        praised,
        improve,
        { formula: `IF(COUNT(${a}:${b})<2,"",${a}/(${a}+${b}))`, value: share, format: SHARE },
      ]
    }),
  ]
}
