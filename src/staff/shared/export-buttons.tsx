import { useTranslation } from 'react-i18next'
import type { Cell } from '../../lib/files/safe-cell'
import { Button } from '../../ui/button'
import { Actions } from '../../ui/forms/form-field'
import { Icon } from '../../ui/icon'
import { saveCsv, saveXlsx } from './save-table'

/** Downloads a table as CSV or for Excel. `rows` begin with the headings. */
export function ExportButtons({ name, rows }: { name: string; rows: () => Cell[][] }) {
  const { t } = useTranslation('staff')
  return (
    <Actions>
      <Button look="quiet" onClick={() => saveXlsx(name, rows())}>
        <Icon name="download" /> {t('export.xlsx')}
      </Button>
      <Button look="quiet" onClick={() => saveCsv(name, rows())}>
        <Icon name="download" /> {t('export.csv')}
      </Button>
    </Actions>
  )
}
