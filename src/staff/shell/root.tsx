import { loadNamespace } from '../../i18n/setup'

/** Loads the staff catalogue before any staff page. */
export async function loader() {
  await loadNamespace('staff')
  return null
}

export { Component } from '../../data/query-layout'
