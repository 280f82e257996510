import type { ComponentProps } from 'react'
import styles from './button.module.css'
import { Link } from './link'

type Look = { look?: 'main' | 'quiet' | 'danger' }

const classOf = (look: Look['look'] = 'main') => (look === 'main' ? styles.button : `${styles.button} ${styles[look]}`)

export function Button({ look, type = 'button', ...rest }: ComponentProps<'button'> & Look) {
  return <button {...rest} type={type} className={classOf(look)} />
}

/** Looks like a button and goes somewhere. */
export function ButtonLink({ look, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link {...rest} className={classOf(look)} />
}
