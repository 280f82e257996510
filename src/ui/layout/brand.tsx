import { paths } from '../../paths'
import { Link } from '../link'
import styles from './brand.module.css'

/** Five dots growing along a smile. */
export function Logo() {
  return (
    <svg viewBox="0 0 40 24" width="1.9em" height="1.15em" aria-hidden="true" fill="currentColor">
      <circle cx="3.6" cy="6.5" r="2.4" />
      <circle cx="10.8" cy="14" r="2.8" />
      <circle cx="19.5" cy="16.8" r="3.2" />
      <circle cx="28.5" cy="14" r="3.7" />
      <circle className={styles.last} cx="35.5" cy="5.5" r="4.3" />
    </svg>
  )
}

/** The mark and the name. */
export function Brand() {
  return (
    <Link className={styles.brand} to={paths.home()}>
      <Logo />
      <span>Hài Lòng</span>
    </Link>
  )
}
