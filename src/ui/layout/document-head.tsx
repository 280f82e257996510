import { useEffect } from 'react'

/** A page's title and its description for search engines. */
export function DocumentHead({ title, description }: { title: string; description: string }) {
  // index.html has a description for those who run no script; React would add a second one beside it.
  useEffect(() => {
    document.querySelector('meta[name="description"]')?.setAttribute('content', description)
  }, [description])

  return <title>{`${title} · Hài Lòng`}</title>
}
