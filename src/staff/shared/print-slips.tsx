import { useRef, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { chunks } from '../../lib/chunks'
import { Button } from '../../ui/button'
import { Actions } from '../../ui/forms/form-field'
import { Icon } from '../../ui/icon'
import { Progress } from '../../ui/messages/progress'
import { useFormats } from '../../ui/use-formats'
import { type Slip, SlipPage, slipsOnPage } from './slip-page'
import styles from './visit-slips.module.css'

/** A document of a hundred sheets: what an office computer and its printer take, and little to print again after a jam. */
const PART = 100 * slipsOnPage

/** Sheets that are being drawn for the printer, and how many of them are. */
type Job = { pages: Slip[][]; drawn: number }

/** Between two sheets the page answers: it shows how far it is, and can be stopped. */
const pause = () => new Promise(resolve => setTimeout(resolve))

function usePrinting() {
  const [job, setJob] = useState<Job | null>(null)
  const isStopped = useRef(false)
  const print = async (slips: Slip[]) => {
    const pages = chunks(slips, slipsOnPage)
    isStopped.current = false
    for (let drawn = 1; drawn <= pages.length; drawn++) {
      flushSync(() => setJob({ pages, drawn }))
      await pause()
      if (isStopped.current) return setJob(null)
    }
    window.addEventListener('afterprint', () => setJob(null), { once: true })
    window.print()
  }
  const stop = () => {
    isStopped.current = true
  }
  return { job, print, stop }
}

/** Thousands of slips are drawn only for the printer, sheet by sheet, in documents of a hundred sheets. */
export function PrintSlips({ slips }: { slips: Slip[] }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { job, print, stop } = usePrinting()
  const parts = chunks(slips, PART)
  const isDrawing = job !== null && job.drawn < job.pages.length
  const name = (at: number) =>
    parts.length === 1
      ? t('visits.print')
      : t('visits.print_part', {
          from: format.count(at * PART + 1),
          to: format.count(Math.min((at + 1) * PART, slips.length)),
        })
  return (
    <>
      <Actions>
        {parts.map((part, at) => (
          <Button key={at} look="quiet" isBusy={job !== null} onClick={() => print(part)}>
            <Icon name="print" /> {name(at)}
          </Button>
        ))}
        <span>{t('visits.print_hint')}</span>
      </Actions>
      {isDrawing && (
        <div className={styles.drawing}>
          <Progress
            label={t('visits.drawing', { n: format.count(job.drawn), of: format.count(job.pages.length) })}
            share={job.drawn / job.pages.length}
          />
          <Button look="quiet" onClick={stop}>
            {t('visits.stop')}
          </Button>
        </div>
      )}
      {job &&
        createPortal(
          <div className={styles.sheets}>
            {job.pages.slice(0, job.drawn).map(page => (
              <SlipPage key={page[0]?.code} slips={page} />
            ))}
          </div>,
          document.body,
        )}
    </>
  )
}
