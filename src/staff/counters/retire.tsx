import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { type Counter, reopenCounter, retireCounter } from '../../data/counters'
import type { Office } from '../../data/offices'
import { toProblem } from '../../data/problem'
import { paths } from '../../paths'
import { Button, ButtonLink } from '../../ui/button'
import { ErrorSummary } from '../../ui/forms/error-summary'
import { Actions } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { ConfirmDialog } from '../../ui/messages/confirm-dialog'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { announce } from '../../ui/messages/status-line'
import { useFormats } from '../../ui/use-formats'

type Props = { office: Office; counter: Counter }

/** Ends a code: replaces it by a new one, or retires it. */
export function RetireCounter({ office, counter }: Props) {
  const { t } = useTranslation('staff')
  const navigate = useNavigate()
  const [asked, setAsked] = useState<'replace' | 'retire'>()
  const retire = useMutation({ mutationFn: (replace: boolean) => retireCounter(counter.code, replace) })
  if (counter.retired_on) return <Retired office={office} counter={counter} />
  return (
    <Section heading={t('counters.end')} lead={t('counters.end_lead')}>
      <Actions>
        <Button look="quiet" onClick={() => setAsked('replace')}>
          {t('counters.replace')}
        </Button>
        <Button look="danger" onClick={() => setAsked('retire')}>
          {t('counters.retire')}
        </Button>
      </Actions>
      {asked && (
        <ConfirmDialog
          title={t(`counters.ask_${asked}`)}
          confirm={t(`counters.do_${asked}`)}
          isDangerous={asked === 'retire'}
          problem={retire.error && <ProblemMessage problem={toProblem(retire.error)} />}
          onConfirm={async () => {
            const { code } = await retire.mutateAsync(asked === 'replace')
            announce(t(asked === 'replace' ? 'counters.replaced' : 'counters.is_retired', { code }))
            navigate(paths.staffOffice.counter(office.code, code))
          }}
          onClose={() => {
            setAsked(undefined)
            retire.reset()
          }}
        >
          <p>{t(`counters.ask_${asked}_what`)}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

/** What a citizen sees behind a retired code, and how to reopen it. */
function Retired({ office, counter }: Props) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const reopen = useMutation({
    mutationFn: () => reopenCounter(counter.code),
    onSuccess: () => announce(t('counters.reopened')),
  })
  return (
    <Section
      heading={t('counters.retired_since', { day: format.day(counter.retired_on ?? '') })}
      lead={t(counter.replaced_by ? 'counters.leads_on' : 'counters.leads_nowhere')}
    >
      {reopen.error && (
        <ErrorSummary>
          <ProblemMessage problem={toProblem(reopen.error)} />
        </ErrorSummary>
      )}
      <Actions>
        {counter.replaced_by && (
          <ButtonLink to={paths.staffOffice.counter(office.code, counter.replaced_by)}>
            {t('counters.to_new', { code: counter.replaced_by })}
          </ButtonLink>
        )}
        <ButtonLink look="quiet" to={paths.rate(counter.code)}>
          {t('counters.see_as_citizen')}
        </ButtonLink>
        <Button look="quiet" onClick={() => reopen.mutate()}>
          {t('counters.reopen')}
        </Button>
      </Actions>
    </Section>
  )
}
