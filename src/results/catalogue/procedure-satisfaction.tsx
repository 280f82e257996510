import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { satisfactionBy } from '../../data/satisfaction'
import { paths } from '../../paths'
import { ButtonLink } from '../../ui/button'
import { Headline } from '../figures/headline'
import { usePeriodNames } from '../shell/period-name'
import styles from '../shell/public-page.module.css'

/** The headline of a procedure at all offices. */
export const headlineOf = (procedure: string) => satisfactionBy('all', { procedure, headline: true })

export function ProcedureSatisfaction({ code }: { code: string }) {
  const { t } = useTranslation('catalogue')
  const names = usePeriodNames()
  const [total] = useSuspenseQuery(headlineOf(code)).data
  return (
    <>
      {total ? (
        <Headline figure={total} target={total.target_percent} period={names.headline(total)} />
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
