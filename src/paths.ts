/** Every URL of the app, built in one place, so that a printed poster cannot drift from its route. */
export const paths = {
  home: () => '/',
  rate: (counter: string) => `/r/${encodeURIComponent(counter)}`,
  results: () => '/results',
  officeResults: (office: string) => `/results/offices/${encodeURIComponent(office)}`,
  procedureResults: (procedure: string) => `/results/procedures/${encodeURIComponent(procedure)}`,
}
