import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { offices } from '../../data/offices'
import { queryClient } from '../../data/query-client'
import { ruleChanges } from '../../data/rule-changes'
import { settings } from '../../data/settings'
import { holidays, numberSettings, publicationLadder, textSettings } from '../../data/settings-admin'
import { plannedChange } from '../../lib/figures/rules'
import { Section } from '../../ui/layout/section'
import { Banner } from '../../ui/messages/banner'
import { StaffPage } from '../shell/page'
import { useRights } from '../shell/use-rights'
import { HolidayTable } from './holiday-table'
import { LadderForm } from './ladder-form'
import { LogoForm } from './logo-form'
import { SettingForm } from './setting-form'

export function loader() {
  for (const query of [settings, offices, holidays, publicationLadder, ruleChanges])
    queryClient.prefetchQuery(query as typeof settings)
  return null
}

/** What an agency may choose, each with its reason and its bounds. Those who may not change it see it. */
export function Component() {
  const { t } = useTranslation('staff')
  const { isAtTop } = useRights()
  const { data: rules } = useSuspenseQuery(settings)
  const { data: changes } = useSuspenseQuery(ruleChanges)
  const plannedFor = (key: string) => plannedChange(key, changes, rules.last_release_on)
  return (
    <StaffPage title={t('settings.title')} lead={t('settings.lead')}>
      {!isAtTop && (
        <Banner look="wait" icon="lock">
          <p>{t('settings.read_only')}</p>
        </Banner>
      )}
      <Section heading={t('settings.agency')} lead={t('settings.agency_lead')}>
        {textSettings.map(key => (
          <SettingForm key={`${key} ${rules[key]}`} name={key} value={rules[key]} mayChange={isAtTop} />
        ))}
        <LogoForm version={rules.logo} mayChange={isAtTop} />
      </Section>
      <Section heading={t('settings.rules')} lead={t('settings.rules_lead')}>
        {numberSettings.map(key => (
          <SettingForm
            key={`${key} ${rules[key]} ${plannedFor(key)?.position}`}
            name={key}
            value={rules[key]}
            planned={plannedFor(key)}
            mayChange={isAtTop}
          />
        ))}
      </Section>
      <LadderForm planned={plannedFor('ladder')} mayChange={isAtTop} />
      <HolidayTable mayChange={isAtTop} />
    </StaffPage>
  )
}
