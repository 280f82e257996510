import type { ReactNode } from 'react'
import { Brand } from './brand'
import { LanguageSwitch } from './language-switch'
import styles from './office-header.module.css'

/** The green band with the office's name, by which a citizen matches the screen and the desk at a glance. */
export function OfficeHeader({ children, tool }: { children?: ReactNode; tool?: ReactNode }) {
  return (
    <HeaderFrame
      languages={
        <>
          <LanguageSwitch />
          {tool}
        </>
      }
    >
      {children}
    </HeaderFrame>
  )
}

/** The same with any other choice of languages. */
export function HeaderFrame({ languages, children }: { languages: ReactNode; children?: ReactNode }) {
  return (
    <header className={styles.sign}>
      <div className={styles.in}>
        <div className={styles.row}>
          <Brand />
          <div className={styles.tools}>{languages}</div>
        </div>
        {children}
      </div>
    </header>
  )
}

/**
 * Office and counter; an empty line of the same height until they are known. Names from the register are Vietnamese in
 * every language.
 */
export function CounterName({
  office,
  counter,
  number,
}: { [Part in 'office' | 'counter' | 'number']?: string | null | undefined }) {
  return (
    <p className={styles.where} data-place>
      {number && (
        <span className={styles.plate} aria-hidden="true">
          {number}
        </span>
      )}
      <span lang="vi">
        {office}
        {counter && (
          <span className={styles.counter}>
            <span className={styles.dot}> · </span>
            {counter}
          </span>
        )}
      </span>
    </p>
  )
}
