import type { Plugin } from 'vite'

// How tweetnacl ends, and how it finds Node's randomness, of which a signature that is checked needs none.
const END =
  /\}\)\(typeof module !== 'undefined' && module\.exports \? module\.exports : \(self\.nacl = self\.nacl \|\| \{\}\)\);\s*$/
const NODE = "typeof require !== 'undefined'"

/**
 * Makes a module of tweetnacl, which is written for CommonJS: the helper for that would be a file of its own, which every
 * page would have to load first.
 */
export const tweetnaclAsModule: Plugin = {
  name: 'tweetnacl-as-module',
  apply: 'build',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/tweetnacl/nacl-fast.js')) return undefined
    if (!END.test(code) || !code.includes(NODE))
      throw new Error('tweetnacl is not written as it was: see scripts/build/tweetnacl.ts')
    return {
      code: `const nacl = {};\n${code.replace(END, '})(nacl);').replace(NODE, 'false')}\nexport default nacl;\n`,
      map: null,
    }
  },
}
