import type { ComponentProps } from 'react'
import styles from './button.module.css'
import { Link } from './link'

type Look = { look?: 'main' | 'quiet' | 'danger' }

const classOf = (look: Look['look'] = 'main') => (look === 'main' ? styles.button : `${styles.button} ${styles[look]}`)

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & Look & { isBusy?: boolean }

/** While it is busy, or `aria-disabled`, it does nothing and submits nothing, but keeps the focus. */
export function Button({ look, type = 'button', isBusy = false, onClick, ...rest }: ButtonProps) {
  const isOff = isBusy || rest['aria-disabled'] === true
  return (
    <button
      {...rest}
      type={type}
      className={classOf(look)}
      aria-disabled={isOff || undefined}
      onClick={isOff ? event => event.preventDefault() : onClick}
    />
  )
}

/** Looks like a button and goes somewhere. */
export function ButtonLink({ look, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link {...rest} className={classOf(look)} />
}
