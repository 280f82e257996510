import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { satisfactionBy } from '../../data/satisfaction'
import { type Settings, settings } from '../../data/settings'
import { localDay } from '../../lib/dates/day'
import { twelveMonths } from '../../lib/dates/periods'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { Headline } from '../figures/headline'
import { usePeriodNames } from '../shell/period-name'
import styles from '../shell/public-page.module.css'

/** The last twelve months of a procedure at all offices. */
export const satisfactionAsked = (procedure: string, { last_release_on }: Pick<Settings, 'last_release_on'>) => ({
  procedure,
  ...twelveMonths(last_release_on ?? localDay()),
})

export function ProcedureSatisfaction({ code }: { code: string }) {
  const { t } = useTranslation('catalogue')
  const names = usePeriodNames()
  const { data: rules } = useSuspenseQuery(settings)
  const asked = satisfactionAsked(code, rules)
  const [total] = useSuspenseQuery(satisfactionBy('all', asked)).data
  return (
    <>
      {total ? (
        <Headline figure={total} target={total.target_percent} period={names.all(asked.from, asked.to)} />
      ) : (
        <p>{t('none_published')}</p>
      )}
      <p className={styles.copy}>
        <ButtonLink look="quiet" to={paths.procedureResults(code)}>
          {t('satisfied_more')}
        </ButtonLink>
      </p>
    </>
  )
}
