import styles from './agency-logo.module.css'

type Props = {
  name: string | null
  picture: string | null
  /** There is a logo, and it may still be on its way: its place is kept. */
  isAwaited?: boolean
}

/** The agency's logo and name, where it has given them. */
export function Agency({ name, picture, isAwaited = false }: Props) {
  if (!name && !picture && !isAwaited) return null
  return (
    <p className={`${styles.agency} ${picture || isAwaited ? styles.pictured : ''}`}>
      {/* Beside the name that says the same, the picture is silent. */}
      {picture && <img src={picture} alt={name ? '' : 'Logo'} />}
      {name && <span lang="vi">{name}</span>}
    </p>
  )
}
