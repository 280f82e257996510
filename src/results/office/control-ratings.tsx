import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { controlSurveys } from '../../data/control/surveys'
import { loadControlWords } from '../../i18n/control-words'
import { readPeriod } from '../../lib/dates/periods'
import { askedRate, type ControlSurvey, LEAST_ANSWERS, ownRate, readDifference } from '../../lib/figures/control'
import { quarterOfDay } from '../../lib/figures/plan'
import { PercentageBars } from '../../ui/charts/percentage-bars'
import { Section } from '../../ui/layout/section'
import { useFormats } from '../../ui/use-formats'
import pageStyles from '../shell/public-page.module.css'

/** Comes with its words. */
export async function loadControlRatings() {
  await loadControlWords()
  return { default: ControlRatings }
}

/** What somebody outside asked about the office, beside what people said by themselves. Nothing where nobody has asked. */
function ControlRatings({ office }: { office: string }) {
  const { t, quarterOf, format } = useControlWords()
  const { data } = useSuspenseQuery(controlSurveys(office))
  const [latest, ...earlier] = data
  if (!latest) return null
  return (
    <Section
      heading={t('results.title', { quarter: quarterOf(latest) })}
      lead={t('results.lead', { least: LEAST_ANSWERS })}
    >
      <Survey survey={latest} />
      <p className={pageStyles.note}>
        {t('results.by', { who: latest.organisations, day: format.day(latest.published_on) })}
      </p>
      {earlier.length > 0 && (
        <details>
          <summary>{t('results.earlier')}</summary>
          <ul>
            {earlier.map(survey => (
              <li key={survey.quarter}>
                <Line survey={survey} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

function useControlWords() {
  const { t } = useTranslation('control')
  const format = useFormats()
  return {
    t,
    format,
    quarterOf({ quarter }: ControlSurvey) {
      const read = readPeriod(quarterOfDay(quarter))
      if (read?.kind !== 'quarter') return quarter
      return t('results.quarter', { quarter: format.quarter(read.quarter), year: read.year })
    },
  }
}

function Survey({ survey }: { survey: ControlSurvey }) {
  const { t, format } = useControlWords()
  const [asked, own] = [askedRate(survey), ownRate(survey)]
  if (!asked)
    return (
      <p>
        {survey.answered === null
          ? t('results.few', { asked: format.count(survey.asked), least: LEAST_ANSWERS })
          : t('results.voided')}
      </p>
    )
  const interval = (of: { low: number; high: number } | null) =>
    of ? format.interval(100 * of.low, 100 * of.high) : '–'
  return (
    <>
      <PercentageBars
        caption={t('results.caption')}
        heads={[t('results.way'), t('results.share'), t('results.n')]}
        bars={[
          ...(own ? [{ key: 'self', name: t('results.self'), count: own.n, share: 100 * own.rate }] : []),
          { key: 'asked', name: t('results.asked'), count: asked.n, share: 100 * asked.rate },
        ]}
      />
      {own ? (
        <p>
          <Difference survey={survey} /> {t('results.interval', { self: interval(own), asked: interval(asked) })}
        </p>
      ) : (
        <p>{t('results.no_self')}</p>
      )}
      <Nonresponse survey={survey} />
    </>
  )
}

/** What the difference says, in words first. */
function Difference({ survey }: { survey: ControlSurvey }) {
  const { t, format } = useControlWords()
  const reading = readDifference(survey)
  if (!reading) return null
  return (
    <>
      <b>{t(`results.${reading}`)}</b>{' '}
      {t('results.difference', {
        difference: format.points(survey.difference ?? 0),
        low: format.points(survey.difference_low ?? 0),
        high: format.points(survey.difference_high ?? 0),
      })}
    </>
  )
}

function Nonresponse({ survey }: { survey: ControlSurvey }) {
  const { t, format } = useControlWords()
  const { asked, answered, refused, not_reached: missed } = survey
  return (
    <p>
      {t('results.nonresponse', {
        asked: format.count(asked),
        answered: format.count(answered ?? 0),
        refused: format.count(refused ?? 0),
        missed: format.count(missed ?? 0),
        share: format.percent((100 * (asked - (answered ?? 0))) / asked),
      })}
    </p>
  )
}

function Line({ survey }: { survey: ControlSurvey }) {
  const { t, format, quarterOf } = useControlWords()
  const [asked, own] = [askedRate(survey), ownRate(survey)]
  const quarter = quarterOf(survey)
  if (!asked) return t('results.line_none', { quarter })
  return t('results.line', {
    quarter,
    self: own ? format.percent(100 * own.rate) : '–',
    asked: format.percent(100 * asked.rate),
    difference: survey.difference === null ? '–' : format.points(survey.difference),
  })
}
