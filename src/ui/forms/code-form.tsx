import { type FormEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { inGroups } from '../../lib/in-groups'
import { codeIn } from '../../lib/keyboards/code-in'
import { noHistory, withChange } from '../../lib/keyboards/history'
import { Button } from '../button'
import { focusOnMount } from '../focus'
import styles from './code-form.module.css'
import field from './field.module.css'

type Props = {
  label: string
  hint: string
  submit: string
  /** How many characters a code has, of each kind that may be typed here. */
  lengths: number[]
  /** Opens what the code names. */
  open: (code: string) => void
  /** Whether the server knows the code: for the few that a keyboard may have made something else of. */
  isKnown: (code: string) => Promise<boolean>
  /** The sentence that says that this is no code. */
  malformed: string
  /** What was typed elsewhere, as in an address, and the sentence that says why that opened nothing. */
  typed?: string
  mistake?: string
  /** A code so short that its field stands beside the button on a phone. */
  isShort?: boolean
}

/** So many codes can be compared with the paper. */
const MOST_CHOICES = 6

/** What the person is told: that there is a mistake, or which codes it may have been. */
type Answer = { mistake: string; choices: string[] }

const keyboardOf = () => import('../../lib/keyboards/undo')

/** The codes that may have been typed, by what arrived; undefined when they are too many. */
async function readTyped(typed: string, lengths: number[], history: string[]) {
  const { undoKeyboard, hasMarks } = await keyboardOf()
  const found = lengths.map(length => undoKeyboard(typed, length, history))
  const codes = found.every(codes => codes !== undefined) ? found.flat() : undefined
  return { codes, hasMarks: hasMarks(typed) }
}

/** Those that the server knows; all of them when it cannot be asked. */
async function knownAmong(codes: string[], isKnown: Props['isKnown']) {
  try {
    const known = await Promise.all(codes.map(isKnown))
    return codes.filter((_, i) => known[i])
  } catch {
    return codes
  }
}

/** Reads what arrived in the field, which a keyboard for Vietnamese may have changed; opens the code if it is one. */
function useCode({ lengths, open, isKnown, malformed, mistake = '' }: Props) {
  const { t } = useTranslation()
  const [answer, setAnswer] = useState<Answer>({ mistake, choices: [] })
  const [isAsking, setIsAsking] = useState(false)

  const read = async (typed: string, history: string[]): Promise<Answer | undefined> => {
    const plain = codeIn(typed, lengths)
    if (plain) return void open(plain)
    // Without a signal that part of the app may be missing; the sentence names the keyboard all the same.
    const { codes, hasMarks } = await readTyped(typed, lengths, history).catch(() => ({ codes: [], hasMarks: false }))
    const says = { mistake: hasMarks || !codes ? t('code.keyboard') : malformed, choices: [] }
    if (!codes?.length) return says
    const [only, ...others] = codes
    if (only && others.length === 0 && hasMarks) return void open(only)
    const known = await knownAmong(codes, isKnown)
    if (known[0] && known.length === 1) return void open(known[0])
    const choices = known.length ? known : codes
    return hasMarks && choices.length <= MOST_CHOICES ? { mistake: '', choices } : says
  }

  const submit = async (typed: string, history: string[]) => {
    if (isAsking) return undefined
    setIsAsking(true)
    const found = await read(typed, history)
    setIsAsking(false)
    setAnswer(found ?? { mistake: '', choices: [] })
    return found
  }
  return { ...answer, isAsking, submit }
}

/** A field for one code that is printed on paper, and a button that opens what it names. */
export function CodeForm(props: Props) {
  const { label, hint, submit, typed = '', isShort = false } = props
  const [code, setCode] = useState(typed)
  const history = useRef(noHistory)
  const { mistake, choices, isAsking, ...reading } = useCode(props)
  const id = useId()

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const input = event.currentTarget.querySelector('input')
    const found = await reading.submit(code, history.current.texts)
    if (found?.mistake) input?.focus()
  }

  return (
    <form className={`${styles.form} ${mistake ? styles.wrong : ''}`} noValidate onSubmit={onSubmit}>
      <label htmlFor={id}>{label}</label>
      <p className={styles.hint} id={`${id}-hint`}>
        {hint}
      </p>
      {mistake && (
        <p className={styles.why} id={`${id}-mistake`} role="alert">
          {mistake}
        </p>
      )}
      <div className={`${styles.row} ${isShort ? styles.short : ''}`}>
        <input
          ref={props.mistake ? focusOnMount : undefined}
          id={id}
          className={field.field}
          value={code}
          onChange={event => {
            setCode(event.target.value)
            history.current = withChange(history.current, event.target.value)
          }}
          // No word of Vietnamese: some keyboards then leave the letters alone.
          lang="en"
          inputMode="text"
          autoComplete="off"
          autoCorrect="off"
          autoCapitalize="characters"
          spellCheck={false}
          enterKeyHint="go"
          aria-invalid={mistake ? true : undefined}
          aria-describedby={mistake ? `${id}-hint ${id}-mistake` : `${id}-hint`}
        />
        <Button type="submit" isBusy={isAsking}>
          {submit}
        </Button>
      </div>
      {choices.length > 0 && <Choices codes={choices} open={props.open} />}
    </form>
  )
}

/** The codes that the keyboard may have changed into what is in the field: the person compares them with the paper. */
function Choices({ codes, open }: { codes: string[]; open: (code: string) => void }) {
  const { t } = useTranslation()
  return (
    <fieldset className={styles.choices} ref={focusOnMount} tabIndex={-1}>
      <legend>{t('code.choose')}</legend>
      {codes.map(code => (
        <Button key={code} look="quiet" onClick={() => open(code)}>
          <span className={styles.code}>{inGroups(code)}</span>
        </Button>
      ))}
      <p>{t('code.none_of_these')}</p>
    </fieldset>
  )
}
