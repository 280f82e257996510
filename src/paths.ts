/** Every URL of the app, built in one place, so that a printed poster cannot drift from its route. */
export const paths = {
  home: () => '/',
  rate: (counter: string) => `/r/${encodeURIComponent(counter)}`,
  visit: (code: string) => `/v/${encodeURIComponent(code)}`,
  kiosk: (counter: string) => `/kiosk/${encodeURIComponent(counter)}`,
  /** A screen that shows the way to `rate`, with a code that changes. */
  display: (counter: string) => `/display/${encodeURIComponent(counter)}`,
  /** In the fragment, so that no server log holds it. */
  receipt: (receipt = '') => (receipt ? `/receipt#${receipt}` : '/receipt'),
  newFeedback: () => '/feedback/new',
  /** In the fragment, as a receipt. */
  feedback: (code = '') => (code ? `/feedback#${code}` : '/feedback'),
  results: () => '/results',
  /** `period` as the filters write it; without one the page shows the last twelve months. */
  officeResults: (office: string, period?: string) =>
    withQuery(`/results/offices/${encodeURIComponent(office)}`, period ? { period } : {}),
  /** The office's published results for the wall of its reception hall. */
  officeSheet: (office: string) => `/results/offices/${encodeURIComponent(office)}/sheet`,
  procedureResults: (procedure: string, period?: string) =>
    withQuery(`/results/procedures/${encodeURIComponent(procedure)}`, period ? { period } : {}),
  /** The catalogue, of all offices, of one, or of one field. */
  procedures: (chosen: { office?: string; field?: string } = {}) => withQuery('/procedures', chosen),
  procedure: (procedure: string) => `/procedures/${encodeURIComponent(procedure)}`,
  /** The procedures of an office, for the wall on which the law wants them posted. */
  officeNotice: (office: string) => `/results/offices/${encodeURIComponent(office)}/notice`,
  /** An official report that was signed; `period` is 2026-Q3 or 2026. */
  officeReport: (office: string, period: string) => `/results/offices/${encodeURIComponent(office)}/reports/${period}`,
  data: () => '/data',
  plan: (of: { office?: string; quarter?: string; unit?: string } = {}) => withQuery('/plan', of),
  goodPractice: (of: { office?: string } = {}) => withQuery('/good-practice', of),
  method: () => '/method',
  privacy: () => '/privacy',
  accessibility: () => '/accessibility',
  embed: (office: string) => `/embed/offices/${encodeURIComponent(office)}`,

  /** What belongs to one office, on the office's side. */
  staffOffice: {
    procedures: (office: string) => `/staff/offices/${encodeURIComponent(office)}/procedures`,
    counters: (office: string) => `/staff/offices/${encodeURIComponent(office)}/counters`,
    newCounter: (office: string) => `/staff/offices/${encodeURIComponent(office)}/new-counter`,
    counter: (office: string, counter: string) =>
      `/staff/offices/${encodeURIComponent(office)}/counters/${encodeURIComponent(counter)}`,
    posters: (office: string, counter?: string) =>
      withQuery(`/staff/offices/${encodeURIComponent(office)}/posters`, counter ? { counter } : {}),
  },
  staffNewOffice: (parent?: string) => withQuery('/staff/new-office', parent ? { parent } : {}),
  staffProcedure: (procedure: string) => `/staff/procedures/${encodeURIComponent(procedure)}`,
  staffNewProcedure: () => '/staff/new-procedure',
  staffReportSheet: (office: string, period: string) => withQuery('/staff/reports/print', { office, period }),

  /** A page of the menu: `home`, or the folder that it lies in. */
  staffPage: (page: string) => (page === 'home' ? '/staff' : `/staff/${page}`),

  /** The office's side, after sign-in. */
  staff: {
    home: () => '/staff',
    /** `back` is the address to go to afterwards; `why` names a sentence: over, out. */
    signIn: (back?: string, why?: 'over' | 'out') =>
      withQuery('/staff/sign-in', { ...(back && { back }), ...(why && { why }) }),
    offices: () => '/staff/offices',
    office: (code: string) => `/staff/offices/${encodeURIComponent(code)}`,
    fields: () => '/staff/fields',
    procedures: () => '/staff/procedures',
    counters: () => '/staff/counters',
    posters: () => '/staff/posters',
    reform: () => '/staff/reform',
    imports: () => '/staff/imports',
    visits: () => '/staff/visits',
    handled: () => '/staff/handled',
    plan: () => '/staff/plan',
    reports: (of: { office?: string; period?: string } = {}) => withQuery('/staff/reports', of),
    /** One of them, with its reply open. */
    feedback: () => '/staff/feedback',
    comments: (one?: { office: string; comment?: string }) => withQuery('/staff/comments', one ?? {}),
    members: () => '/staff/members',
    audit: () => '/staff/audit',
    settings: () => '/staff/settings',
  },
}

function withQuery(path: string, query: Record<string, string>) {
  const text = new URLSearchParams(query).toString()
  return text ? `${path}?${text}` : path
}
