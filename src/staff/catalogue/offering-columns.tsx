import { useTranslation } from 'react-i18next'
import { utcMidnight } from '../../lib/dates/day'
import { serviceChannels } from '../../lib/lists'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/forms/form-field'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import styles from './offerings.module.css'

/** A procedure of the catalogue and whether the office offers it; until: its last day; channels: as the office said. */
export type OfferingRow = {
  code: string
  name: string
  field: string
  isOffered: boolean
  until: string | null
  channels: string | null
}

type Changes = { offer: (row: OfferingRow) => void; through: (row: OfferingRow) => void }

/** Every choice of one or more service channels, the single ones first; a bit of the number for each. */
const choices = [1, 2, 4, 3, 5, 6, 7].map(bits => serviceChannels.filter((_, at) => bits & (1 << at)))

export function useOfferingColumns(changes: Changes | undefined): Column<OfferingRow>[] {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const through = useChannelColumn(changes)
  const said = ({ isOffered, until }: OfferingRow) =>
    until ? t('offices.until_day', { day: format.day(until) }) : t(isOffered ? 'offerings.yes' : 'offerings.no')
  return [
    {
      key: 'name',
      name: t('procedures.name'),
      cell: ({ name }) => <span lang="vi">{name}</span>,
      sortBy: ({ name }) => name,
    },
    { key: 'code', name: t('procedures.code'), cell: ({ code }) => code, sortBy: ({ code }) => code },
    {
      key: 'field',
      name: t('procedures.field_code'),
      cell: ({ field }) => <span lang="vi">{field}</span>,
      sortBy: ({ field }) => field,
    },
    through,
    {
      key: 'state',
      name: t('offices.state'),
      cell: row => (
        <div className={styles.state}>
          <p>{said(row)}</p>
          {changes && <OfferButton row={row} offer={changes.offer} />}
        </div>
      ),
      sortBy: ({ isOffered }) => Number(isOffered),
      inFile: ({ until }) => (until ? utcMidnight(until) : null),
    },
  ]
}

/** Through which service channels the office takes it. */
function useChannelColumn(changes: Changes | undefined): Column<OfferingRow> {
  const { t } = useTranslation('staff')
  const { t: common } = useTranslation()
  const named = (chosen: readonly string[]) =>
    serviceChannels
      .filter(one => chosen.includes(one))
      .map(one => common(`figure.channels.${one}`))
      .join(', ')
  const said = ({ isOffered, channels }: OfferingRow) => {
    if (!isOffered) return ''
    return channels ? named(channels.split(' ')) : t('offerings.as_catalogue')
  }
  return {
    key: 'channels',
    name: t('offerings.channels'),
    cell: row =>
      changes && row.isOffered ? (
        <div className={styles.choice}>
          <SelectField
            label={<span className="vh">{t('offerings.channels_of', { name: row.name })}</span>}
            value={row.channels ?? ''}
            onChange={event => changes.through({ ...row, channels: event.target.value || null })}
          >
            <option value="">{t('offerings.as_catalogue')}</option>
            {choices.map(chosen => (
              <option key={chosen.join(' ')} value={chosen.join(' ')}>
                {named(chosen)}
              </option>
            ))}
          </SelectField>
        </div>
      ) : (
        said(row)
      ),
    sortBy: said,
  }
}

/** Begins or ends offering it: in the cell of what it is now, or long names and choices would have no room beside it. */
function OfferButton({ row, offer }: { row: OfferingRow; offer: Changes['offer'] }) {
  const { t } = useTranslation('staff')
  return (
    <Button
      look="quiet"
      aria-label={t(row.isOffered ? 'offerings.end_one' : 'offerings.begin_one', { name: row.name })}
      onClick={() => offer(row)}
    >
      {t(row.isOffered ? 'offerings.end' : 'offerings.begin')}
    </Button>
  )
}
