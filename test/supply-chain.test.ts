// What builds the project besides its own code: actions named by hash with a token that can only read, and an installation that
// takes the lockfile and nothing else.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { ROOT } from './support/rulebook.ts'

const WORKFLOWS = path.join(ROOT, '.github/workflows')
const workflowSchema = z.looseObject({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(
    z.string(),
    z.looseObject({
      permissions: z.record(z.string(), z.string()).optional(),
      steps: z.array(
        z.looseObject({
          uses: z.string().optional(),
          run: z.string().optional(),
          with: z.record(z.string(), z.unknown()).optional(),
        }),
      ),
    }),
  ),
})
const workflows = readdirSync(WORKFLOWS).map(name => {
  const text = readFileSync(path.join(WORKFLOWS, name), 'utf8')
  return { name, text, ...workflowSchema.parse(parse(text)) }
})
const steps = workflows.flatMap(({ jobs }) => Object.values(jobs).flatMap(job => job.steps))

test('every action is named by its hash, with the version beside it for people', () => {
  const used = workflows.flatMap(({ text }) => [...text.matchAll(/\buses: *(.+)$/gm)].map(([, what = '']) => what))
  expect(used.length).toBeGreaterThan(1)
  expect(used.filter(what => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(what))).toEqual([])
})

test('the token may read and nothing else, is not left in the folder, and no foreign code runs beside secrets', () => {
  for (const { name, on, permissions, jobs, text } of workflows) {
    expect([name, permissions]).toEqual([name, { contents: 'read' }])
    expect([name, Object.values(jobs).flatMap(job => (job.permissions ? [job.permissions] : []))]).toEqual([name, []])
    expect([name, Object.keys(on).filter(event => /target|workflow_run|issue|comment/.test(event))]).toEqual([name, []])
    expect([name, /\$\{\{[^}]*\bsecrets\b/.test(text)]).toEqual([name, false])
    // what somebody calls a branch or a request must not become part of a script
    expect([name, steps.filter(({ run }) => /\$\{\{/.test(run ?? ''))]).toEqual([name, []])
  }
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
  expect(checkouts.map(step => step.with?.['persist-credentials'])).toEqual(checkouts.map(() => false))
})

test('what is installed is what the lockfile says', () => {
  const scripts = [...steps.map(({ run }) => run ?? ''), readFileSync(path.join(ROOT, '.ci/run'), 'utf8')].join('\n')
  expect(scripts).toMatch(/\bnpm ci\b/)
  expect(scripts).not.toMatch(/\bnpm (?:install|i|add|update|exec)\b|\bnpx\b|\|\s*(?:ba)?sh\b/)
})
