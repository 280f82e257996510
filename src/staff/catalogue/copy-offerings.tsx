import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Office, offices } from '../../data/offices'
import { toProblem } from '../../data/problem'
import { proceduresOffered } from '../../data/procedures'
import { offerProcedure } from '../../data/procedures-admin'
import { queryClient } from '../../data/query-client'
import { byName } from '../../lib/text/format'
import { Button } from '../../ui/button'
import { Combobox } from '../../ui/forms/combobox'
import { ErrorSummary } from '../../ui/forms/error-summary'
import { Section } from '../../ui/layout/section'
import { ProblemMessage } from '../../ui/messages/problem-message'
import { announce } from '../../ui/messages/status-line'
import tools from '../../ui/tables/toolbar.module.css'

/** A new office seldom differs from its neighbours: it begins with what one of them offers. */
export function CopyOfferings({ office }: { office: Office }) {
  const { t } = useTranslation('staff')
  const { data: places } = useSuspenseQuery(offices)
  const [from, setFrom] = useState('')
  const [done, setDone] = useState(0)
  const take = useMutation({
    mutationFn: async () => {
      const offered = await queryClient.fetchQuery(proceduresOffered(from))
      for (const { procedures } of offered) {
        await offerProcedure(office.code, procedures.code, true)
        setDone(n => n + 1)
      }
      return offered.length
    },
    onSuccess: n => announce(t(n ? 'offerings.taken' : 'offerings.taken_none', { n })),
  })
  const others = places
    .filter(({ code, kind, closed_on }) => code !== office.code && kind === office.kind && !closed_on)
    .toSorted((a, b) => byName(a.name, b.name))
  if (others.length === 0) return null
  return (
    <Section heading={t('offerings.as_elsewhere')} lead={t('offerings.as_elsewhere_lead')}>
      {take.error && (
        <ErrorSummary>
          <ProblemMessage problem={toProblem(take.error)} />
        </ErrorSummary>
      )}
      <div className={tools.tools}>
        <Combobox
          label={t('offerings.from')}
          choices={others.map(({ code, name }) => ({ value: code, label: name }))}
          value={from}
          onChange={setFrom}
        />
        <Button isBusy={take.isPending} onClick={() => from && take.mutate()}>
          {take.isPending ? t('offerings.taking', { n: done }) : t('offerings.take')}
        </Button>
      </div>
    </Section>
  )
}
