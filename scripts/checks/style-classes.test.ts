import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../bootstrap.js'

const styleImport = /import (\w+) from '([^']+\.module\.css)'/g
const quoted = /'(?:[^'\\\n]|\\.)*'/g

/** `file: styles.name` for every class that a component asks for and its style sheet does not have. */
function missingClasses(file: string) {
  const text = readFileSync(join(root, file), 'utf8')
  const code = text.replace(quoted, "''")
  return [...text.matchAll(styleImport)].flatMap(([, name = '', sheet = '']) => {
    const css = readFileSync(join(root, dirname(file), sheet), 'utf8')
    const asked = new Set([...code.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, style = '']) => style))
    return [...asked].filter(style => !new RegExp(`\\.${style}(?![\\w-])`).test(css)).map(style => `${file}: ${style}`)
  })
}

// Style modules are not typed: a misspelt class would only be seen on the screen.
test('a style sheet has every class that a component asks it for', () => {
  const components = globSync('src/**/*.tsx', { cwd: root })
  expect(components.length).toBeGreaterThan(100)
  expect(components.flatMap(missingClasses)).toEqual([])
})
