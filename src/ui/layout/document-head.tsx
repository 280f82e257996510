import { useEffect } from 'react'

/** What the browser's tab and a search engine say about a page. */
export function DocumentHead({ title, description }: { title: string; description: string }) {
  // index.html has a description for those who run no script; React would add a second one beside it.
  useEffect(() => {
    document.querySelector('meta[name="description"]')?.setAttribute('content', description)
  }, [description])

  return <title>{`${title} · Hài Lòng`}</title>
}
