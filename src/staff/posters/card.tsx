import { Face } from '../../ui/faces/face'
import { Icon } from '../../ui/icon'
import { QrCode } from '../../ui/qr-code'
import styles from './card.module.css'
import { hasLongNames, type Poster, withHotline } from './texts'

/** The same on 148 by 105 mm: a sticker, or one side of a tent. */
export function PosterCard({ poster, isTurned = false }: { poster: Poster; isTurned?: boolean }) {
  const { office, number, counter, hotline, agency, address, typed, words, others } = poster
  return (
    <section
      className={isTurned ? `${styles.card} ${styles.turned}` : styles.card}
      lang={words.language}
      aria-hidden={isTurned || undefined}
    >
      <p className={hasLongNames(poster) ? `${styles.who} ${styles.long}` : styles.who} lang="vi">
        {number && <span className={styles.plate}>{number}</span>}
        <span>
          {office} · {withHotline(counter, hotline)}
        </span>
      </p>
      <h2>{words.question}</h2>
      <QrCode className={styles.qr} text={address} label={address} />
      <div>
        {(agency.name || agency.logo) && (
          <p className={styles.agency} lang="vi">
            {agency.logo && <img src={agency.logo} alt="" />}
            <span>{agency.name}</span>
          </p>
        )}
        <p className={styles.do}>{words.howShort}</p>
        <div className={styles.faces}>
          {words.scores.map(({ score }) => (
            <Face key={score} score={score} />
          ))}
        </div>
        <p className={styles.typed}>
          {words.orType} <b>{typed}</b>
        </p>
      </div>
      <div className={styles.foot}>
        <span className={styles.lock}>
          <Icon name="lock" /> {words.anonymous}
        </span>
        {others.map(other => (
          <span key={other.language} lang={other.language}>
            {other.howShort} {other.anonymous}.
          </span>
        ))}
      </div>
    </section>
  )
}

/** An A5 sheet folded across the middle: the upper half is upside down, so that both sides can be read. */
export function PosterTent({ poster }: { poster: Poster }) {
  return (
    <article className={styles.tent}>
      <PosterCard poster={poster} isTurned />
      <PosterCard poster={poster} />
    </article>
  )
}
