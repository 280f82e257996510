// Made by vite.config.ts from the catalogue of the same name.
declare module '*.json?conversation' {
  const catalogue: object
  export default catalogue
}

declare module '*.json?embed' {
  const catalogue: object
  export default catalogue
}
