import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './article.module.css'

/** A source: author or body, title, year. certainty: the text itself was read, or a secondary source reports it. */
export type Citation = { name: string; certainty?: 'read' | 'secondary'; link?: string }

/** One question of a page of words, with what it is taken from. */
export function Passage({
  heading,
  sources = [],
  more = [],
  children,
}: {
  heading: string
  sources?: Citation[]
  /** Further paragraphs. */
  more?: string[]
  children: ReactNode
}) {
  const { t } = useTranslation('open-data')
  return (
    <section className={styles.passage}>
      <h2>{heading}</h2>
      <p>{children}</p>
      {more.map(paragraph => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {sources.length > 0 && (
        <ul className={styles.sources} aria-label={t('source.label')}>
          {sources.map(({ name, certainty, link }) => (
            <li key={name}>
              {link ? <a href={link}>{name}</a> : name}
              {certainty && `: ${t(`source.${certainty}`)}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
