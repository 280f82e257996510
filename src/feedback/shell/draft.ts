// What somebody has written so far, until the petition has arrived. It stays in this tab: a phone may be another's
// tomorrow.

import type { FeedbackKind } from '../../data/feedback/calls'

export type Draft = {
  kind: FeedbackKind | 'complaint' | 'denunciation' | ''
  office: string
  procedure: string
  text: string
  who: 'named' | 'anonymous' | ''
  name: string
  address: string
  phone: string
}

export const emptyDraft: Draft = {
  kind: '',
  office: '',
  procedure: '',
  text: '',
  who: '',
  name: '',
  address: '',
  phone: '',
}

const KEY = 'feedback-draft'

export function readDraft(): Draft {
  try {
    return { ...emptyDraft, ...JSON.parse(sessionStorage.getItem(KEY) ?? '{}') }
  } catch {
    return emptyDraft
  }
}

export function keepDraft(draft: Draft) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(draft))
  } catch {
    // A browser that stores nothing keeps it as long as the page is open.
  }
}

export function forgetDraft() {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // Nothing was kept.
  }
}
