/** Every URL of the app, built in one place, so that a printed poster cannot drift from its route. */
export const paths = {
  home: () => '/',
  rate: (counter: string) => `/r/${encodeURIComponent(counter)}`,
  visit: (code: string) => `/v/${encodeURIComponent(code)}`,
  kiosk: (counter: string) => `/kiosk/${encodeURIComponent(counter)}`,
  /** In the fragment, so that no server log holds it. */
  receipt: (receipt = '') => (receipt ? `/receipt#${receipt}` : '/receipt'),
  results: () => '/results',
  officeResults: (office: string) => `/results/offices/${encodeURIComponent(office)}`,
  procedureResults: (procedure: string) => `/results/procedures/${encodeURIComponent(procedure)}`,
}
