import { useSearchParams } from 'react-router'

/**
 * One of a few choices, stored in the query of the address; the first is the default. Choosing goes to the first page, and
 * is a step: Back leads to the choice before.
 */
export function useQueryParam<Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]) {
  const [query, setQuery] = useSearchParams()
  const chosen = choices.find(one => one === query.get(name)) ?? choices[0]
  const choose = (choice: string) =>
    setQuery(
      before => {
        before.delete('page')
        if (choice === choices[0]) before.delete(name)
        else before.set(name, choice)
        return before
      },
      { preventScrollReset: true },
    )
  return [chosen, choose] as const
}
