import { type ComponentProps, type ComponentType, createContext, useContext } from 'react'

export type LinkProps = Omit<ComponentProps<'a'>, 'href'> & {
  to: string
  /** Takes the place of this address in the history. */
  replace?: boolean
}

type Navigation = {
  Link: ComponentType<LinkProps>
  /** The query and the fragment of this address. */
  useHere: () => { search: string; hash: string }
}

/**
 * The navigation of links. In the app the router navigates without loading the document anew. The rating page has no
 * router, which would be a quarter of all its scripts: there a link is a plain one.
 */
export const NavigationContext = createContext<Navigation>({
  Link: ({ to, replace: _, ...rest }) => <a {...rest} href={to} />,
  useHere: () => globalThis.location ?? { search: '', hash: '' },
})

export function Link(props: LinkProps) {
  const navigation = useContext(NavigationContext)
  return <navigation.Link {...props} />
}

export const useHere = () => useContext(NavigationContext).useHere()
