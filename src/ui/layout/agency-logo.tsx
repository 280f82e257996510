import styles from './agency-logo.module.css'

/** The agency's logo and name, where it has given them. */
export function Agency({ name, picture }: { name: string | null; picture: string | null }) {
  if (!name && !picture) return null
  return (
    <p className={styles.agency}>
      {/* Beside the name that says the same, the picture is silent. */}
      {picture && <img src={picture} alt={name ? '' : 'Logo'} />}
      {name && <span lang="vi">{name}</span>}
    </p>
  )
}
