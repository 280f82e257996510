import { loadNamespace } from '../../i18n/setup'

/** What the office's side says comes before any of its pages. */
export async function loader() {
  await loadNamespace('staff')
  return null
}

export { Component } from '../../data/query-layout'
