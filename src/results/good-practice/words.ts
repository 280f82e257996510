import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { AnswerChange } from '../../data/good-practice'
import { offices } from '../../data/offices'
import { readPeriod } from '../../lib/dates/periods'
import { quarterOfDay } from '../../lib/figures/plan'
import { paths } from '../../paths'
import { useFormats } from '../../ui/use-formats'
import { officeName } from '../shell/office-rows'

/** What offices, quarters and answers are called here. */
export function usePracticeWords() {
  const { t } = useTranslation('good-practice')
  const { t: common } = useTranslation()
  const format = useFormats()
  const { data: officeList } = useSuspenseQuery(offices)
  return {
    t,
    format,
    officeOf(code: string) {
      const office = officeList.find(one => one.code === code)
      return office ? officeName(office) : code
    },
    quarterOf(day: string) {
      const read = readPeriod(quarterOfDay(day))
      return read?.kind === 'quarter' ? t('quarter', { quarter: format.quarter(read.quarter), year: read.year }) : day
    },
    answerOf({ question, answer }: Pick<AnswerChange, 'question' | 'answer'>) {
      const isFactor = question === 'praised' || question === 'improve'
      return common(`rate.${isFactor ? 'factors' : question}.${answer}` as 'rate.factors.staff')
    },
    questionOf: (question: string) => common(`reported.${question}` as 'reported.trips'),
    addressOf: (office: string) => `${location.origin}${paths.goodPractice({ office })}`,
  }
}
