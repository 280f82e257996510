import { type Language, languages } from '../../i18n/languages'
import styles from './language-switch.module.css'

// The word in Noto Sans Khmer's bold glyphs, in hundredths of their size.
const khmer =
  'M13 43c-3 0-5 0-7-1c-2 0-3-1-4-3c-1-1-2-3-2-5c0-3 1-5 4-7c2-1 6-2 11-2v7c-1 0-2 0-3 0c0 1 0 1 0 2c0 0 0 1 0 1c0 0 1 1 2 1c1 0 3-1 3-2c1-2 2-3 2-5c1-3 1-5 1-7h10c0 5-1 9-2 12c-1 3-3 5-6 7c-2 2-6 2-9 2zM23 69v26c0 1 1 2 1 2c0 0 1 1 2 1h3v9h-13c-2 0-4-1-5-1c-2-1-2-2-2-4v-33zM9 71v-5c-2-3-3-4-4-5c-1-1-1-2-1-2c0 0 0-1 0-1c0-1 0-1 0-2c1-1 1-2 2-3c1-1 2-3 4-5h15v10h-9l7 8v5zM65 107c-5 0-10-1-14-2c-3-1-6-3-8-5c-2-3-2-5-2-9v-13l20-3c5-1 8-3 11-4c2-2 3-4 3-7c0-2-1-4-2-5c-2-1-4-1-8-1c-3 0-6 0-7 1c-2 1-3 2-3 3c0 1 1 2 1 2c1 0 2 1 3 1v7h-7c-3 0-6-1-8-3c-2-1-3-4-3-7c0-3 0-5 2-7c2-2 5-4 8-5c4-1 9-2 14-2c6 0 10 1 14 2c4 1 6 3 8 5c2 2 3 5 3 8c0 4-1 7-3 9c-2 3-5 5-9 6c-5 2-10 4-17 6l-6 1v6c0 2 1 4 3 5c1 1 4 2 7 2c4 0 6-1 8-2c1-1 2-3 2-5v-7h15v7c0 4-1 6-3 9c-2 2-4 4-8 5c-4 1-8 2-14 2zM83 134c-2 0-3 0-4-1c-1-1-2-1-3-2c-1-1-1-2-1-3h-31v-9h31v-7h13v7c1 0 2 1 3 2c1 1 1 3 1 5c0 1 0 2-1 4c-1 1-2 2-3 3c-1 1-3 1-5 1zM114 71v-2c-2-2-3-4-4-5c-2-1-2-2-3-3c0-1-1-1-1-2c0 0 1-1 1-2c0 0 1-2 2-3c1-1 3-3 5-6h16v10h-9l8 8v5zM129 69v29c0 3-1 5-2 7c-1 1-4 2-7 2h-5c-2 0-4 0-6-1c-2-1-3-2-4-4c-1-1-2-3-2-6c0-3 1-5 2-7c1-1 2-2 4-3c2-1 4-2 5-2v-15zM114 100v-8c0 0-1 0-2 1c-1 0-1 1-1 3c0 1 0 2 1 3c1 0 1 1 2 1z'

/** A language's short name. Khmer's is drawn: a phone without such a font would show boxes to those who need it. */
export function LanguageName({ language }: { language: Language }) {
  if (language !== 'km') return languages[language].short
  return (
    <svg
      className={styles.khmer}
      viewBox="0 0 136 137"
      width="1.6em"
      height="1.6em"
      fill="currentColor"
      aria-hidden="true"
    >
      <path d={khmer} />
    </svg>
  )
}
