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
  /** The office's published results for the wall of its reception hall. */
  officeSheet: (office: string) => `/results/offices/${encodeURIComponent(office)}/sheet`,
  procedureResults: (procedure: string) => `/results/procedures/${encodeURIComponent(procedure)}`,
  data: () => '/data',
  method: () => '/method',
  privacy: () => '/privacy',
  accessibility: () => '/accessibility',
  embed: (office: string) => `/embed/offices/${encodeURIComponent(office)}`,
}
