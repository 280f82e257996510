import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { loadEvidenceWords } from '../../i18n/evidence-words'
import { LEAST_PROVEN } from '../../lib/figures/figure'
import { useFormats } from '../use-formats'
import styles from './evidence-line.module.css'

/** Loaded with the words that it needs. */
export async function loadEvidenceLine() {
  await loadEvidenceWords()
  return { default: EvidenceLine }
}

type Props = { isProven: boolean; proven: number; published: number; hasWay: boolean }

function EvidenceLine({ isProven, proven, published, hasWay }: Props): ReactElement | null {
  const { t } = useTranslation('evidence')
  const format = useFormats()
  const counts = { n: format.count(proven), all: format.count(published), least: format.count(LEAST_PROVEN) }
  const said = isProven ? 'visit' : proven > 0 ? 'all' : 'none'
  return (
    <small className={styles.line}>
      {t(`line.${said}`, counts)}
      {hasWay && !isProven && ` ${t('way')}`}
    </small>
  )
}
