import type { ReactNode } from 'react'
import { LanguageSwitch } from '../i18n/language-switch'
import { Brand } from './brand'
import styles from './sign.module.css'

/** The office sign: the green band by which a citizen matches the screen and the desk at a glance. */
export function Sign({ children }: { children?: ReactNode }) {
  return (
    <header className={styles.sign}>
      <div className={styles.in}>
        <div className={styles.row}>
          <Brand />
          <LanguageSwitch />
        </div>
        {children}
      </div>
    </header>
  )
}

/** Whose desk this is. The names come from the register and are Vietnamese in every language. */
export function Whereabouts({ office, counter, number }: { office: string; counter: string; number: string | null }) {
  return (
    <p className={styles.where}>
      {number && (
        <span className={styles.plate} aria-hidden="true">
          {number}
        </span>
      )}
      <span lang="vi">
        {office}
        <span className={styles.counter}>
          <span className={styles.dot}> · </span>
          {counter}
        </span>
      </span>
    </p>
  )
}
