import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { actOnPetition, type Petition, type ReadPetition, readPetition } from '../../data/feedback/work'
import { offices } from '../../data/offices'
import { procedureNames } from '../../data/procedures'
import { Button } from '../../ui/button'
import { Actions } from '../../ui/forms/form-field'
import { Section } from '../../ui/layout/section'
import { useFormats } from '../../ui/use-formats'
import { SaveProblem, useSaving } from '../records/save'
import { numberOf } from '../shared/petition-number'
import { useStaff } from '../shell/membership'
import { PetitionForm } from './form'
import styles from './layout.module.css'

/** One petition: until when what is to be done, what happened, and, once it has been opened, what it says. */
export function PetitionDetail({ petition, onClose }: { petition: Petition; onClose: () => void }) {
  const { t } = useTranslation('staff')
  const { me, membership, may } = useStaff()
  const { data: places } = useSuspenseQuery(offices)
  const [read, setRead] = useState<ReadPetition>()
  const reading = useSaving(readPetition, t('feedback.done'))
  const taking = useSaving(actOnPetition, t('feedback.taken'))
  const isOurs = petition.office_code === membership.office && may('handle_feedback')
  const look = async () => setRead((await reading.save(petition.id))?.result)
  const nameOf = (code: string | null) => places.find(office => office.code === code)?.name ?? code ?? ''
  return (
    <Section heading={`${t(`feedback.kinds.${petition.kind}`)} · ${numberOf(petition)}`}>
      <div className={styles.detail}>
        <Limits petition={petition} />
        <SaveProblem saving={reading} />
        <SaveProblem saving={taking} />
        {!isOurs && <p>{t('feedback.not_yours', { office: nameOf(petition.office_code) })}</p>}
        {isOurs && !read && petition.state !== 'withdrawn' && (
          <Actions>
            <Button isBusy={reading.isSaving} onClick={() => void look()}>
              {t('feedback.read')}
            </Button>
          </Actions>
        )}
        {read && <Said petition={read} />}
        <History petition={petition} texts={read?.texts} nameOf={nameOf} />
        {isOurs && !petition.closed_on && petition.owner !== me.email && (
          <Actions>
            <Button
              look="quiet"
              isBusy={taking.isSaving}
              onClick={() => void taking.save({ id: petition.id, action: 'take', seen: petition.version })}
            >
              {t('feedback.take')}
            </Button>
          </Actions>
        )}
        {isOurs && <PetitionForm key={`${petition.state} ${petition.publication}`} petition={petition} />}
        <Actions>
          <Button look="quiet" onClick={onClose}>
            {t('feedback.close')}
          </Button>
        </Actions>
      </div>
    </Section>
  )
}

function Limits({ petition }: { petition: Petition }) {
  const { t } = useTranslation('staff')
  const format = useFormats()
  const { refuse_due_on: refuse, forward_due_on: forward, due_on: handle, publish_due_on: publish } = petition
  const { is_content: isContent } = petition
  return (
    <>
      <p>
        <b>{t(`feedback.states.${petition.state}`)}</b>{' '}
        {refuse &&
          forward &&
          handle &&
          t('feedback.limits', {
            refuse: format.day(refuse),
            forward: format.day(forward),
            handle: format.day(handle),
          })}
        {publish && t('feedback.publish_due', { day: format.day(publish) })}
      </p>
      {isContent !== null && <p>{t(isContent ? 'feedback.content' : 'feedback.not_content')}</p>}
    </>
  )
}

/** As it was written: a text, whatever is in it. */
function Said({ petition }: { petition: ReadPetition }) {
  const { t } = useTranslation('staff')
  const { data: procedures } = useSuspenseQuery(procedureNames)
  const procedure = procedures.find(({ code }) => code === petition.procedure_code)
  return (
    <div className={styles.said}>
      {procedure && <p lang="vi">{procedure.name}</p>}
      <p className={styles.text}>{petition.text}</p>
      <p>
        <b>{t('feedback.from')}:</b>{' '}
        {petition.is_named ? [petition.name, petition.address, petition.phone].join(' · ') : t('feedback.no_name')}
      </p>
    </div>
  )
}

type HistoryProps = {
  petition: Petition
  texts: (string | null)[] | undefined
  nameOf: (code: string | null) => string
}

function History({ petition, texts, nameOf }: HistoryProps) {
  const { t, i18n } = useTranslation('staff')
  const format = useFormats()
  const word = (step: string, to: string | null) => {
    const key = `feedback.steps.${step}`
    return i18n.exists(key, { ns: 'staff' }) ? t(key as 'feedback.steps.forwarded', { to: nameOf(to) }) : step
  }
  return (
    <>
      <h3>{t('feedback.history')}</h3>
      <ol className={styles.steps}>
        {petition.steps.map(({ step, on_day: day, who, to_office: to }, at) => (
          <li key={`${step} ${day} ${at}`}>
            {format.day(day)} · {word(step, to)} {who && `(${who})`}
            {texts?.[at] && <p className={styles.text}>{texts[at]}</p>}
          </li>
        ))}
      </ol>
    </>
  )
}
