import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toProblem } from '../../data/problem'
import type { Cell } from '../../lib/files/safe-cell'
import { Button } from '../../ui/button'
import { Actions } from '../../ui/forms/form-field'
import { Icon } from '../../ui/icon'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { saveCsv, saveXlsx } from './save-table'

/** Downloads a table as CSV or for Excel. `rows` begin with the headings; they may have to be fetched first. */
export function ExportButtons({ name, rows }: { name: string; rows: () => Cell[][] | Promise<Cell[][]> }) {
  const { t } = useTranslation('staff')
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const save = async (as: typeof saveCsv | typeof saveXlsx) => {
    setIsBusy(true)
    setError(null)
    try {
      await as(name, await rows())
    } catch (problem) {
      setError(problem)
    } finally {
      setIsBusy(false)
    }
  }
  return (
    <>
      <Actions>
        <Button look="quiet" isBusy={isBusy} onClick={() => save(saveXlsx)}>
          <Icon name="download" /> {t('export.xlsx')}
        </Button>
        <Button look="quiet" isBusy={isBusy} onClick={() => save(saveCsv)}>
          <Icon name="download" /> {t('export.csv')}
        </Button>
      </Actions>
      {error !== null && (
        <p role="alert">
          <ProblemMessage problem={toProblem(error)} />
        </p>
      )}
    </>
  )
}
