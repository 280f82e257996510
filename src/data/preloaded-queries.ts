/**
 * What the first page asks first, asked from the document itself: the answers are on their way while the scripts are.
 * A question is known by its address; each answer is taken once, so that whoever asks again asks the database.
 */
declare global {
  var early: Map<string, Promise<unknown>> | undefined
}

/** The answer that is on its way already; undefined when nobody has asked. */
export function taken<Answer>(path: string): Promise<Answer> | undefined {
  const answer = globalThis.early?.get(path)
  globalThis.early?.delete(path)
  return answer as Promise<Answer> | undefined
}

const PAGE = 'offset=0&limit=1000'

/** Questions of the public pages with nothing chosen, as published.ts words them; the headline's come first. */
export const preloadedPaths: { [pathname: string]: string[] } = {
  '/results': [
    `rpc/satisfaction?by=all&${PAGE}`,
    `rpc/satisfaction?by=office&${PAGE}`,
    `settings?select=key%2Cvalue&order=key&${PAGE}`,
    `offices?select=*&order=code&${PAGE}`,
    `rpc/satisfaction?by=month&${PAGE}`,
  ],
  '/': [
    `rpc/satisfaction?by=all&${PAGE}`,
    `settings?select=key%2Cvalue&order=key&${PAGE}`,
    `rpc/satisfaction?by=month&${PAGE}`,
    `offices?select=*&order=code&${PAGE}`,
  ],
}
