import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { byName } from '../../lib/text/format'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/forms/form-field'
import styles from './shortlist.module.css'

type Named = { code: string; name: string }
type Props = { offered: Named[]; chosen: string[]; onChange: (chosen: string[]) => void }

/** The short list of a counter, in the order in which citizens see it. Sorted with buttons: it has to work without a mouse. */
export function CounterShortlist({ offered, chosen, onChange }: Props) {
  const { t } = useTranslation('staff')
  const [said, setSaid] = useState('')
  const [next, setNext] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const nameOf = (code: string) => offered.find(procedure => procedure.code === code)?.name ?? code
  const left = offered.filter(({ code }) => !chosen.includes(code)).toSorted((a, b) => byName(a.name, b.name))

  const move = (from: number, to: number) => {
    const [code] = chosen.slice(from, from + 1)
    if (code === undefined) return
    onChange(chosen.toSpliced(from, 1).toSpliced(to, 0, code))
    setSaid(t('counters.moved', { name: nameOf(code), place: to + 1, of: chosen.length }))
  }
  const remove = (code: string) => {
    onChange(chosen.filter(one => one !== code))
    setSaid(t('counters.removed', { name: nameOf(code) }))
    // What was pressed is gone: the next thing to press is the list's choice of one more.
    list.current?.parentElement?.querySelector('select')?.focus()
  }

  const add = () => {
    if (!left.some(({ code }) => code === next)) return
    onChange([...chosen, next])
    setSaid(t('counters.added', { name: nameOf(next) }))
    setNext('')
  }

  return (
    <fieldset className={styles.usual}>
      <legend>{t('counters.usual')}</legend>
      <p className={styles.hint}>{t(offered.length ? 'counters.usual_hint' : 'counters.usual_none_offered')}</p>
      <ol ref={list}>
        {chosen.map((code, place) => (
          <li key={code}>
            <span lang="vi">{nameOf(code)}</span>
            <span className={styles.buttons}>
              <Move
                label={t('counters.up', { name: nameOf(code) })}
                isAtEnd={place === 0}
                onMove={() => move(place, place - 1)}
              >
                ↑
              </Move>
              <Move
                label={t('counters.down', { name: nameOf(code) })}
                isAtEnd={place === chosen.length - 1}
                onMove={() => move(place, place + 1)}
              >
                ↓
              </Move>
              <Button
                look="quiet"
                aria-label={t('counters.remove', { name: nameOf(code) })}
                onClick={() => remove(code)}
              >
                ✕
              </Button>
            </span>
          </li>
        ))}
      </ol>
      {left.length > 0 && (
        <div className={styles.more}>
          <SelectField label={t('counters.add_usual')} value={next} onChange={event => setNext(event.target.value)}>
            <option value="">{t('forms.choose')}</option>
            {left.map(({ code, name }) => (
              <option key={code} value={code} lang="vi">
                {name}
              </option>
            ))}
          </SelectField>
          <Button look="quiet" onClick={add}>
            {t('counters.add_to_list')}
          </Button>
        </div>
      )}
      <p className="vh" role="status">
        {said}
      </p>
    </fieldset>
  )
}

type MoveProps = { label: string; isAtEnd: boolean; onMove: () => void; children: string }

/** Stays where it is at the end of the list: a button that goes away takes the keyboard's place with it. */
function Move({ label, isAtEnd, onMove, children }: MoveProps) {
  return (
    <Button look="quiet" aria-label={label} aria-disabled={isAtEnd} onClick={() => isAtEnd || onMove()}>
      {children}
    </Button>
  )
}
