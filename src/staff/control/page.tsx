import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { type ControlList, controlWork } from '../../data/control/asking'
import { offices } from '../../data/offices'
import { procedureNames } from '../../data/procedures'
import { queryClient } from '../../data/query-client'
import { settings } from '../../data/settings'
import { loadControlWords } from '../../i18n/control-words'
import { LEAST_ANSWERS } from '../../lib/figures/control'
import { byName } from '../../lib/text/format'
import { SelectField } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { Empty } from '../../ui/messages/empty'
import { Progress } from '../../ui/messages/progress'
import { useFormats } from '../../ui/use-formats'
import { StaffPage } from '../shell/page'
import { Contacts } from './contacts'
import { MakeCodes, TakeContacts } from './take'

export async function loader() {
  await Promise.all([
    loadControlWords(),
    ...[offices, procedureNames, settings, controlWork].map(query =>
      queryClient.ensureQueryData(query as typeof offices),
    ),
  ])
  return null
}

const keyOf = ({ office_code, quarter, way }: ControlList) => [office_code, quarter, way].join(' ')

/** Whom to ask, for an interviewer with a phone: the lists of all offices, how far each is, and the people who were taken. */
export function Component() {
  const { t } = useTranslation('control')
  const { data: lists } = useSuspenseQuery(controlWork)
  const [query, setQuery] = useSearchParams()
  const nameOf = useListName()
  const sorted = lists.toSorted((a, b) => byName(nameOf(a), nameOf(b)))
  const list = sorted.find(one => keyOf(one) === query.get('list')) ?? sorted[0]
  return (
    <StaffPage title={t('work.title')} lead={t('work.lead', { least: LEAST_ANSWERS })}>
      {list ? (
        <>
          <SelectField
            label={t('work.choose')}
            value={keyOf(list)}
            onChange={event => setQuery({ list: event.target.value })}
          >
            {sorted.map(one => (
              <option key={keyOf(one)} value={keyOf(one)}>
                {nameOf(one)}
              </option>
            ))}
          </SelectField>
          <State list={list} />
          <Section heading={t('work.how')}>
            <p>{t(`work.how_${list.way}`)}</p>
            <p>{t('work.how_words')}</p>
          </Section>
          {list.way === 'visit' ? <MakeCodes list={list} /> : <TakeContacts list={list} />}
          <Contacts key={keyOf(list)} list={list} />
        </>
      ) : (
        <Empty title={t('work.none')}>{t('work.none_next')}</Empty>
      )}
    </StaffPage>
  )
}

function useListName() {
  const { t } = useTranslation('control')
  const format = useFormats()
  const { data: places } = useSuspenseQuery(offices)
  const names = new Map(places.map(({ code, name }) => [code, name]))
  return ({ office_code, quarter, way }: ControlList) =>
    t('work.list', {
      office: names.get(office_code) ?? office_code,
      quarter: format.quarter(Math.ceil(Number(quarter.slice(5, 7)) / 3)),
      year: quarter.slice(0, 4),
      way: t(`work.way.${way}`),
    })
}

/** Both ways together make the fifty of an office and a quarter. */
function State({ list }: { list: ControlList }) {
  const { t } = useTranslation('control')
  const format = useFormats()
  const { data: lists } = useSuspenseQuery(controlWork)
  const answered = lists
    .filter(one => one.office_code === list.office_code && one.quarter === list.quarter)
    .reduce((sum, one) => sum + one.answered, 0)
  return (
    <div>
      <Progress
        label={t('work.progress', { answered: format.count(answered), least: LEAST_ANSWERS })}
        share={Math.min(1, answered / LEAST_ANSWERS)}
      />
      <p>
        {t('work.counts', {
          taken: format.count(list.taken),
          contacts: format.count(list.contacts),
          not_reached: format.count(list.not_reached),
          refused: format.count(list.refused),
          day: format.day(list.closes_on),
        })}
      </p>
    </div>
  )
}
