import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Counter, type CounterDevice, counterDevices, makePairingCode, revokeDevice } from '../../data/counters'
import type { DeviceKind } from '../../data/kiosks'
import { toProblem } from '../../data/problem'
import { settings } from '../../data/settings'
import { localMinute, utcMidnight } from '../../lib/dates/day'
import { inGroups } from '../../lib/in-groups'
import { paths } from '../../paths'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/forms/error-summary'
import { Actions } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { ConfirmDialog } from '../../ui/messages/confirm-dialog'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { announce } from '../../ui/messages/status-line'
import type { Column } from '../../ui/tables/data-table'
import { useFormats } from '../../ui/use-formats'
import { ExportedTable } from '../shared/exported-table'
import styles from './edit-page.module.css'

/** What can be paired with a counter: a kiosk at a kiosk, beside a poster a display. */
export const deviceKindOf = (counter: Counter): DeviceKind | undefined =>
  (({ kiosk: 'kiosk', poster: 'display', link: undefined, leaflet: undefined }) as const)[counter.kind]

type Props = { counter: Counter; kind: DeviceKind; mayEdit: boolean }

/** The kiosks or displays that prove the place, pairing one, and taking one out of use. */
export function CounterDevices({ counter, kind, mayEdit }: Props) {
  const { t } = useTranslation('staff')
  const { data: devices } = useSuspenseQuery(counterDevices(counter.code))
  const [asked, setAsked] = useState<CounterDevice>()
  const revoke = useMutation({ mutationFn: (device: CounterDevice) => revokeDevice(device.id) })
  const columns = useColumns(mayEdit ? setAsked : undefined)
  return (
    <Section heading={t('counters.devices')} lead={t(`counters.devices_lead_${kind}`)}>
      <ExportedTable
        caption={t('counters.devices')}
        rows={devices}
        rowKey={({ id }) => id}
        columns={columns}
        empty={<p>{t('counters.no_devices')}</p>}
      />
      {mayEdit && !counter.retired_on && <Pairing counter={counter} kind={kind} />}
      {asked && (
        <ConfirmDialog
          title={t('counters.ask_revoke')}
          confirm={t('counters.do_revoke')}
          isDangerous
          problem={revoke.error && <ProblemMessage problem={toProblem(revoke.error)} />}
          onConfirm={async () => {
            await revoke.mutateAsync(asked)
            announce(t('counters.revoked'))
          }}
          onClose={() => {
            setAsked(undefined)
            revoke.reset()
          }}
        >
          <p>{t('counters.ask_revoke_what')}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

/** The code that is typed at the device, shown this once. */
function Pairing({ counter, kind }: Omit<Props, 'mayEdit'>) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { data: known } = useSuspenseQuery(settings)
  const pairing = useMutation({ mutationFn: () => makePairingCode(counter.code, kind) })
  const address = `${known.public_address ?? window.location.origin}${paths[kind](counter.code)}`
  return (
    <>
      {pairing.error && (
        <ErrorSummary>
          <ProblemMessage problem={toProblem(pairing.error)} />
        </ErrorSummary>
      )}
      {pairing.data && (
        <div role="status">
          <p>{t('counters.pairing_code')}</p>
          <p className={styles.big}>
            <code>{inGroups(pairing.data.code)}</code>
          </p>
          <p className={styles.note}>
            {t('counters.pairing_how', { address, time: format.timeOf(Date.parse(pairing.data.expires_at)) })}
          </p>
        </div>
      )}
      <Actions>
        <Button look="quiet" isBusy={pairing.isPending} onClick={() => pairing.mutate()}>
          {t(`counters.make_pairing_${kind}`)}
        </Button>
      </Actions>
    </>
  )
}

function useColumns(revoke: ((device: CounterDevice) => void) | undefined): Column<CounterDevice>[] {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const stateOf = ({ revoked_on }: CounterDevice) =>
    revoked_on ? t('counters.device_revoked', { day: format.day(revoked_on) }) : t('counters.device_in_use')
  return [
    { key: 'kind', name: t('counters.device'), cell: ({ kind }) => t(`counters.device_kinds.${kind}`) },
    {
      key: 'paired_on',
      name: t('counters.paired_on'),
      cell: ({ paired_on }) => format.day(paired_on),
      inFile: ({ paired_on }) => utcMidnight(paired_on),
    },
    { key: 'paired_by', name: t('counters.paired_by'), cell: ({ paired_by }) => paired_by },
    {
      key: 'alive_at',
      name: t('counters.alive_at'),
      cell: ({ alive_at }) =>
        alive_at
          ? `${format.timeOf(Date.parse(alive_at))}, ${format.dayOf(Date.parse(alive_at))}`
          : t('counters.never_alive'),
      inFile: ({ alive_at }) => (alive_at ? localMinute(Date.parse(alive_at)) : null),
    },
    { key: 'state', name: t('counters.device_state'), cell: stateOf },
    {
      key: 'revoke',
      name: t('counters.revoke'),
      isNameSilent: true,
      cell: device =>
        revoke && !device.revoked_on ? (
          <Button look="quiet" onClick={() => revoke(device)}>
            {t('counters.revoke')}
          </Button>
        ) : null,
    },
  ]
}
