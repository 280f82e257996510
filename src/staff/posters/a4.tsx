import { Face } from '../../ui/faces/face'
import { Icon } from '../../ui/icon'
import { Logo } from '../../ui/layout/brand'
import { QrCode } from '../../ui/qr-code'
import styles from './a4.module.css'
import { hasLongNames, nameBesidePlate, type Poster, withHotline } from './texts'

/** One question, one code, and the five faces exactly as the phone will show them. 210 by 297 mm. */
export function PosterA4({ poster }: { poster: Poster }) {
  const { address, typed, words, others } = poster
  return (
    <article className={styles.poster} lang={words.language}>
      <Head poster={poster} />
      <div className={styles.ask}>
        <h2>{words.question}</h2>
        <p>{words.how}</p>
      </div>
      <div className={styles.middle}>
        <QrCode className={styles.qr} text={address} label={address} />
        <ul className={styles.faces}>
          {words.scores.map(({ score, word }) => (
            <li key={score}>
              <Face score={score} />
              {word}
            </li>
          ))}
        </ul>
      </div>
      <p className={styles.typed}>
        {words.cannotScan} <b>{typed}</b>
      </p>
      <div className={styles.others}>
        {others.map(other => (
          <p key={other.language} lang={other.language}>
            <b>{other.question}</b> {other.howShort} {other.anonymous}.
          </p>
        ))}
      </div>
      <footer className={styles.foot}>
        <Icon name="lock" />
        <p>
          <b>{words.anonymous}.</b> {words.unseen}
          <br />
          {words.published}
        </p>
        <span className={styles.brand}>
          <Logo /> Hài Lòng
        </span>
      </footer>
    </article>
  )
}

/** Where the poster hangs: the agency, the number on the counter's plate, the office. */
function Head({ poster }: { poster: Poster }) {
  const { office, number, counter, hotline, agency, words } = poster
  return (
    <header className={styles.sign}>
      {(agency.name || agency.logo) && (
        <p className={styles.agency} lang="vi">
          {agency.logo && <img src={agency.logo} alt="" />}
          {agency.name}
        </p>
      )}
      {number && (
        <p className={styles.plate}>
          <small>{words.counter}</small>
          <b>{number}</b>
        </p>
      )}
      <p className={hasLongNames(poster) ? `${styles.where} ${styles.long}` : styles.where} lang="vi">
        {office}
        <small>{withHotline(nameBesidePlate(counter, number), hotline)}</small>
      </p>
    </header>
  )
}
