import { toProblem } from '../../data/problem'
import { ProblemMessage } from '../../ui/messages/problem-message'

/** Where a part of a page would be that could not be loaded. */
export function LoadProblem({ error }: { error: Error }) {
  return (
    <p role="alert">
      <ProblemMessage problem={toProblem(error)} />
    </p>
  )
}
