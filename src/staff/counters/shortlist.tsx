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
  const [announced, announce] = useState('')
  const fieldset = useRef<HTMLFieldSetElement>(null)
  const nameOf = (code: string) => offered.find(procedure => procedure.code === code)?.name ?? code
  const left = offered.filter(({ code }) => !chosen.includes(code)).toSorted((a, b) => byName(a.name, b.name))

  const move = (from: number, to: number) => {
    const [code] = chosen.slice(from, from + 1)
    if (code === undefined) return
    onChange(chosen.toSpliced(from, 1).toSpliced(to, 0, code))
    announce(t('counters.moved', { name: nameOf(code), place: to + 1, of: chosen.length }))
  }
  const remove = (code: string) => {
    onChange(chosen.filter(one => one !== code))
    announce(t('counters.removed', { name: nameOf(code) }))
    // The button that was pressed is gone: the next control is the choice of one more.
    fieldset.current?.querySelector('select')?.focus()
  }
  const add = (code: string) => {
    onChange([...chosen, code])
    announce(t('counters.added', { name: nameOf(code) }))
  }

  return (
    <fieldset ref={fieldset} className={styles.usual}>
      <legend>{t('counters.usual')}</legend>
      <p className={styles.hint}>{t(offered.length ? 'counters.usual_hint' : 'counters.usual_none_offered')}</p>
      <ol>
        {chosen.map((code, place) => (
          <Item
            key={code}
            name={nameOf(code)}
            isFirst={place === 0}
            isLast={place === chosen.length - 1}
            onMove={by => move(place, place + by)}
            onRemove={() => remove(code)}
          />
        ))}
      </ol>
      {left.length > 0 && <AddProcedure left={left} onAdd={add} />}
      <p className="vh" role="status">
        {announced}
      </p>
    </fieldset>
  )
}

type ItemProps = {
  name: string
  isFirst: boolean
  isLast: boolean
  /** One place up (-1) or down (1). */
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** At the end of the list a button stays where it is: one that goes away takes the keyboard's place with it. */
function Item({ name, isFirst, isLast, onMove, onRemove }: ItemProps) {
  const { t } = useTranslation('staff')
  return (
    <li>
      <span lang="vi">{name}</span>
      <span className={styles.buttons}>
        <Button look="quiet" aria-label={t('counters.up', { name })} aria-disabled={isFirst} onClick={() => onMove(-1)}>
          ↑
        </Button>
        <Button look="quiet" aria-label={t('counters.down', { name })} aria-disabled={isLast} onClick={() => onMove(1)}>
          ↓
        </Button>
        <Button look="quiet" aria-label={t('counters.remove', { name })} onClick={onRemove}>
          ✕
        </Button>
      </span>
    </li>
  )
}

function AddProcedure({ left, onAdd }: { left: Named[]; onAdd: (code: string) => void }) {
  const { t } = useTranslation('staff')
  const [next, setNext] = useState('')
  const add = () => {
    if (!left.some(({ code }) => code === next)) return
    onAdd(next)
    setNext('')
  }
  return (
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
  )
}
