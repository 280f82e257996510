import { useEffect, useState } from 'react'
import type { Synonym } from '../../lib/text/synonyms'

let loaded: readonly Synonym[] | undefined

/**
 * What people call procedures, for a search. Loaded when somebody begins to type: a page that nobody searches does not pay
 * for it. Until it is there, or if it cannot be had, the search knows official names only.
 */
export function useSynonyms(isWanted: boolean): readonly Synonym[] {
  const [synonyms, setSynonyms] = useState(loaded)
  useEffect(() => {
    if (!isWanted || synonyms) return
    let isHere = true
    import('../../lib/text/synonyms').then(
      module => {
        loaded = module.synonyms
        if (isHere) setSynonyms(loaded)
      },
      () => {},
    )
    return () => {
      isHere = false
    }
  }, [isWanted, synonyms])
  return synonyms ?? none
}

const none: readonly Synonym[] = []
