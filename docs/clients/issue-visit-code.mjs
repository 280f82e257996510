// A visit code for a finished dossier, for the software of a one-stop desk. Node.js 18 or newer, no packages.
//
//   HAI_LONG_API=https://danhgia.example.vn HAI_LONG_APIKEY=sb_publishable_... HAI_LONG_KEY=... \
//     node issue-visit-code.mjs xa-cho-moi 1.001193 counter 7f9c2b1e-visit

import { fileURLToPath } from 'node:url'

const { HAI_LONG_API, HAI_LONG_APIKEY, HAI_LONG_KEY } = process.env
const pause = seconds => new Promise(resolve => setTimeout(resolve, seconds * 1000))

/** requestName: the same for each try of one dossier, kept beside it. Answers with code, address, qr, expires_on. */
export async function issueVisitCode(office, procedure, channel, requestName) {
  const request = {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      apikey: HAI_LONG_APIKEY,
      'hai-long-key': HAI_LONG_KEY,
      'idempotency-key': requestName,
    },
    body: JSON.stringify({ office, procedure, channel }),
  }
  // A lost answer: the same request brings the same code.
  for (const seconds of [1, 4, 16, undefined]) {
    const signal = AbortSignal.timeout(10_000)
    const url = `${HAI_LONG_API}/rest/v1/rpc/issue_visit_code`
    const answer = await fetch(url, { ...request, signal }).catch(() => undefined)
    if (answer?.ok) return answer.json()
    if (answer && answer.status < 500 && answer.status !== 429) throw new Error((await answer.json()).message)
    if (seconds === undefined) throw new Error('no answer')
    await pause(seconds)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(await issueVisitCode(...process.argv.slice(2, 6))))
}
