/** In groups of four, as people read a code aloud: K7M4-Q29X-DP3T. */
export const inGroups = (code: string) => code.replace(/(.{4})(?=.)/g, '$1-')
