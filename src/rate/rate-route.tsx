import type { LoaderFunctionArgs } from 'react-router'
import { useLoaderData, useRouteError } from 'react-router'
import { toProblem } from '../data/problem'
import { readCode } from '../data/rating-targets'
import { StepView } from './conversation/step-view'
import { outbox } from './outbox/page-outbox'
import { NoPlace, RatePage } from './question/rate-page'

/** The same page within the app: for links in it, and for a host that does not serve rate.html. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const code = readCode(params.code ?? '', new URL(request.url).pathname.startsWith('/v/'))
  await outbox.ready
  return code
}

export function Component() {
  const code = useLoaderData<typeof loader>()
  return <RatePage key={code} code={code} StepView={StepView} />
}

export function ErrorBoundary() {
  return <NoPlace problem={toProblem(useRouteError())} />
}
