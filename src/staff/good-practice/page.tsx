import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { commentTexts, type NominatedPraise, nameConsents, nominatedPraise, practiceNotes } from '../../data/comments'
import { goodPractice } from '../../data/good-practice'
import { offices } from '../../data/offices'
import { queryClient } from '../../data/query-client'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { SelectField } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { Empty } from '../../ui/messages/empty'
import styles from '../records/cards.module.css'
import { ownOffices } from '../shared/office-picker'
import { useQueryParam } from '../shared/use-query-param'
import { useStaff } from '../shell/membership'
import { StaffPage } from '../shell/page'
import { NoteExport, PraiseExport } from './export'
import { NoteCard } from './note'
import { PraiseCard } from './praise'

export async function loader() {
  queryClient.prefetchQuery(nominatedPraise)
  queryClient.prefetchQuery(nameConsents)
  queryClient.prefetchQuery(practiceNotes)
  await queryClient.ensureQueryData(offices)
  return null
}

/** Praise to be published, officers who agreed to be named, and what offices say of their improvement. */
export function Component() {
  const { t } = useTranslation('staff')
  const { membership } = useStaff()
  const { data: all } = useSuspenseQuery(offices)
  const own = new Map(ownOffices(all, membership).map(({ code, name }) => [code, name]))
  return (
    <StaffPage
      title={t('good_practice.title')}
      lead={t('good_practice.lead')}
      actions={
        <ButtonLink look="quiet" to={paths.goodPractice({ office: membership.office })}>
          {t('good_practice.public_page')}
        </ButtonLink>
      }
    >
      <Praise own={own} />
      <Notes own={own} office={membership.office} />
    </StaffPage>
  )
}

type Own = ReadonlyMap<string, string>
const shown = ['waiting', 'published', 'over'] as const
const isShown = (which: (typeof shown)[number], { state }: NominatedPraise) =>
  which === 'over' ? state === 'declined' || state === 'taken_down' : state === which

function Praise({ own }: { own: Own }) {
  const { t } = useTranslation('staff')
  const [which, setWhich] = useQueryParam('shown', shown)
  const { data: praises } = useSuspenseQuery(nominatedPraise)
  const { data: consents } = useSuspenseQuery(nameConsents)
  const found = praises.filter(one => own.has(one.office_code) && isShown(which, one))
  const { data: texts } = useSuspenseQuery(commentTexts(found.map(one => one.comment_id)))
  return (
    <Section heading={t('good_practice.praise')} lead={t('good_practice.praise_lead')}>
      <SelectField
        label={t('good_practice.show')}
        value={which}
        onChange={({ target }) => setWhich(target.value as typeof which)}
      >
        {shown.map(one => (
          <option key={one} value={one}>
            {t(`good_practice.shown.${one}`)}
          </option>
        ))}
      </SelectField>
      {found.length === 0 && <Empty title={t('good_practice.no_praise')}>{t('good_practice.no_praise_next')}</Empty>}
      <ul className={styles.list}>
        {found.map(praise => (
          <PraiseCard
            key={`${praise.id} ${praise.state}`}
            praise={praise}
            office={own.get(praise.office_code) ?? praise.office_code}
            comment={texts.get(praise.comment_id)}
            consent={consents.find(one => one.praise_id === praise.id)}
          />
        ))}
      </ul>
      <PraiseExport praises={found} own={own} texts={texts} />
    </Section>
  )
}

function Notes({ own, office }: { own: Own; office: string }) {
  const { t } = useTranslation('staff')
  const { data: examples } = useSuspenseQuery(goodPractice({ office }))
  const { data: notes } = useSuspenseQuery(practiceNotes)
  const improved = examples.filter(one => one.kind === 'improvement' && own.has(one.office_code))
  return (
    <Section heading={t('good_practice.notes')} lead={t('good_practice.notes_lead')}>
      {improved.length === 0 && <Empty title={t('good_practice.no_notes')}>{t('good_practice.no_notes_next')}</Empty>}
      <ul className={styles.list}>
        {improved.map(({ office_code: code, quarter }) => (
          <NoteCard
            key={`${code} ${quarter}`}
            office={code}
            name={own.get(code) ?? code}
            quarter={quarter}
            versions={notes.filter(one => one.office_code === code && one.quarter === quarter)}
          />
        ))}
      </ul>
      <NoteExport notes={notes.filter(one => own.has(one.office_code))} own={own} />
    </Section>
  )
}
