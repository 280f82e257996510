import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Office } from '../../data/offices'
import type { ReportRule } from '../../data/reports'
import { settings } from '../../data/settings'
import type { Report } from '../../lib/figures/report'
import { slugOf } from '../../lib/text/slug'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { saveFile } from '../../ui/save-file'
import { SaveProblem, useSaving } from '../records/save'
import { type Names, reportSheet } from './sheet'
import { usePeriodName } from './words'
import { bookCells, cachedValues, columnWidths } from './workbook'

/** The report as a workbook whose formulas are left in: whoever corrects a number there sees what follows. */
export function ReportDownload({ report, office, rules }: { report: Report; office: Office; rules: ReportRule[] }) {
  const { t } = useTranslation('staff')
  const { t: common } = useTranslation()
  const periodName = usePeriodName()
  const { data: rule } = useSuspenseQuery(settings)
  const names: Names = {
    office: office.name,
    period: periodName(report.period),
    factor: factor => common(`rate.factors.${factor}` as 'rate.factors.access'),
    notice: rule.illustrative ? common('figure.illustrative') : null,
  }
  const saving = useSaving(async () => {
    const { default: writeXlsxFile } = await import('write-excel-file/browser')
    const rows = reportSheet(report, rules, names, t)
    const sheet = { data: bookCells(rows), sheet: t('reports.title').slice(0, 31), columns: columnWidths }
    const file = writeXlsxFile([sheet], { features: [cachedValues(rows)] })
    saveFile(`${slugOf(`bao-cao ${office.code} ${report.period}`)}.xlsx`, await file.toBlob())
  }, t('reports.downloaded'))
  return (
    <>
      <Button look="quiet" isBusy={saving.isSaving} onClick={() => void saving.save(undefined)}>
        <Icon name="download" /> {t('reports.workbook')}
      </Button>
      <SaveProblem saving={saving} />
    </>
  )
}
