import { speakToStaff } from '../../i18n/setup'

/** What the office's side says comes before any of its pages. */
export async function loader() {
  await speakToStaff()
  return null
}

export { Component } from '../../data/query-layout'
