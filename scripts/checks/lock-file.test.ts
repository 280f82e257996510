import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../bootstrap.js'

type Package = {
  dev?: boolean
  integrity?: string
  license?: string
  link?: boolean
  optional?: boolean
  optionalDependencies?: Record<string, string>
  os?: string[]
  resolved?: string
  version?: string
}

const lock: { packages: Record<string, Package> } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
const packages = Object.entries(lock.packages).filter(([path]) => path)
const own: Record<'dependencies' | 'devDependencies', Record<string, string>> = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
)

// What may reach a reader's browser, and what only builds or tests: MPL asks for the source of its own files, CC-BY for a name.
const permissive = /^(MIT|MIT-0|ISC|0BSD|Unlicense|Apache-2\.0|BSD-[23]-Clause|OFL-1\.1|BlueOak-1\.0\.0|CC0-1\.0)$/
const forTools = /^(MPL-2\.0|CC-BY-4\.0)$/

const isAllowed = ({ license = '', dev }: Package) =>
  license
    .replace(/^\(|\)$/g, '')
    .split(' OR ')
    .some(name => permissive.test(name) || (dev && forTools.test(name)))

it('names the packages of every platform, without which npm ci refuses it', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      name => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`],
    ),
  )
  expect(missing).toEqual([])
})

it('names no registry, so that everyone installs from their own', () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved)).toEqual([])
})

// A package of another platform may have none: it is not there where the file is written.
it('knows each package by its hash', () => {
  const unknown = packages.filter(
    ([, { integrity, optional, os }]) =>
      !/^sha512-[\w+/]{86}==$/.test(integrity ?? '') && !(integrity === undefined && optional && os),
  )
  expect(unknown.map(([path]) => path)).toEqual([])
})

it('takes nothing from a folder, an address or a repository', () => {
  const elsewhere = packages.filter(([, { link, version = '' }]) => link || !/^\d+\.\d+\.\d+[\w.+-]*$/.test(version))
  expect(elsewhere.map(([path]) => path)).toEqual([])
  const asked = Object.entries({ ...own.dependencies, ...own.devDependencies })
  expect(asked.filter(([, version]) => !/^[\^~]?\d+\.\d+\.\d+[\w.+-]*$/.test(version))).toEqual([])
})

it('has licences that let everyone hand the app on', () => {
  const others = packages.filter(([, each]) => !isAllowed(each)).map(([path, { license }]) => `${path}: ${license}`)
  expect(others).toEqual([])
})
