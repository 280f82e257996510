import '../../ui/tokens.css'
import '../../ui/base.css'
import '../../ui/khmer.css'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { type Language, languages } from '../../i18n/languages'
import { rateCatalogues } from '../../i18n/prerendered'
import button from '../../ui/button.module.css'
import { FaceFields } from '../../ui/faces/face-scale'
import faces from '../../ui/faces/face-scale.module.css'
import { LanguageName } from '../../ui/layout/language-name'
import switchStyles from '../../ui/layout/language-switch.module.css'
import { CounterName, HeaderFrame } from '../../ui/layout/office-header'
import { PrivacyNote } from './privacy-note'
import styles from './question.module.css'
import page from './rate-page.module.css'
import first from './static-pages.module.css'

const { vi } = rateCatalogues
type Catalogue = typeof vi

/** In all three languages: the style shows the one of the page, and without scripts all of them. */
function Say({ children }: { children: (catalogue: Catalogue) => ReactNode }) {
  return Object.entries(rateCatalogues).map(([language, catalogue]) => (
    <span key={language} lang={language} className={first.said}>
      {children(catalogue)}{' '}
    </span>
  ))
}

const sentence = (key: string) => (
  <Say>
    {catalogue =>
      key.split('.').reduce((part: unknown, name) => (part as Record<string, unknown>)[name], catalogue) as string
    }
  </Say>
)

function OfficeHeader({ children }: { children?: ReactNode }) {
  return (
    <HeaderFrame
      languages={
        <nav className={switchStyles.switch} aria-label={vi.app.languages}>
          {Object.entries(languages).map(([language, { name, short }]) => (
            <a
              key={language}
              href={`?lng=${language}`}
              lang={language}
              hrefLang={language}
              aria-label={name === short ? name : `${short}, ${name}`}
            >
              <LanguageName language={language as Language} />
            </a>
          ))}
        </nav>
      }
    >
      {children}
    </HeaderFrame>
  )
}

/** The form that works without any script: the database answers it and leads to one of the two pages below. */
function Faces({ action, children }: { action: string; children?: ReactNode }) {
  return (
    <form name="rate" method="post" action={action} autoComplete="off">
      {children}
      <FaceFields
        question={<h1 className={styles.head}>{sentence('rate.question')}</h1>}
        word={score => sentence(`score.${score}`)}
      />
      <p className={`${faces.send} ${first.send}`}>
        <button type="submit" className={button.button}>
          {sentence('rate.send')}
        </button>
      </p>
    </form>
  )
}

function FirstPage({ action }: { action: string }) {
  return (
    <div className={page.page}>
      <a className="skip" href="#main">
        {sentence('app.skip')}
      </a>
      <OfficeHeader>
        <CounterName />
      </OfficeHeader>
      <main id="main" tabIndex={-1} className={page.main} data-step="question">
        <div className={styles.question}>
          <Faces action={action} />
          <div role="status">
            <p className={first.recorded}>{sentence('rate.first.recorded')}</p>
            <p className={first.late}>{sentence('rate.first.late')}</p>
          </div>
          <PrivacyNote say={sentence} />
        </div>
      </main>
    </div>
  )
}

function Rated() {
  return (
    <>
      <OfficeHeader />
      <main id="main" className={page.main}>
        <h1>{sentence('rate.first.thanks')}</h1>
        <p>{sentence('rate.first.receipt')}</p>
      </main>
    </>
  )
}

/** The address names the refusal: `not-rated.html#counter_retired`. */
function NotRated({ action }: { action: string }) {
  return (
    <>
      <OfficeHeader />
      <main id="main" className={page.main}>
        <h1>{sentence('rate.refused')}</h1>
        {Object.keys(vi.refusal).map(key => (
          <p key={key} id={key} className={first.refusal}>
            {sentence(`refusal.${key}`)}
          </p>
        ))}
        <Faces action={action}>
          <p className={first.code}>
            <label htmlFor="code">{sentence('rate.first.code')}</label>
            <input id="code" name="code" required autoComplete="off" autoCapitalize="characters" maxLength={14} />
          </p>
        </Faces>
      </main>
    </>
  )
}

/** Shows the texts in the page's language, and marks it among the links to the others. */
export const languageStyles = Object.keys(languages)
  .map(
    language =>
      `html[lang=${language}] .${first.said}:lang(${language}){display:inline}` +
      `html[lang=${language}] nav a[hreflang]:lang(${language}){box-shadow:inset 0 -4px 0 var(--sun)}`,
  )
  .join('')

/** The pages of a rating that need no script, as HTML for the body. `action`: where the form is sent. */
export const renderPages = (action: string) => ({
  rate: renderToStaticMarkup(<FirstPage action={action} />),
  rated: renderToStaticMarkup(<Rated />),
  'not-rated': renderToStaticMarkup(<NotRated action={action} />),
})
