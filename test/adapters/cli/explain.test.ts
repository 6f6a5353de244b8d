// `yinqi explain`, `yinqi models`, `yinqi nlu evaluate` and the utterances in `yinqi check`, called as a person calls them.
import { execFile } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT, rulebook } from '../../support/rulebook.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'yinqi-explain-'))
const company = path.join(folder, 'company.yaml')
beforeAll(() =>
  writeFileSync(
    company,
    '注册地: 330108\n去年营业收入: 3000 万元\n职工总数: 60\n科技（研发）人员数: 25\n政府信用评级: D\ncredit.tax_grade: B\n',
  ),
)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function yinqi(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const main = path.join(ROOT, 'adapters/cli/main.ts')
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, ['--conditions=source', main, ...args])) }
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string }
  }
}

interface Span {
  readonly low: number
  readonly high: number
}
interface Explained {
  readonly model: string
  readonly score: Span
  readonly source: { readonly mark: string }
  readonly illustrative: { readonly any: boolean }
  readonly blocks: readonly (Span & {
    readonly parts: readonly (Span & {
      readonly id: string
      readonly own?: string
      readonly reached?: string
      readonly source: { readonly title: string }
    })[]
  })[]
  readonly knockouts: readonly { readonly is: string }[]
}

describe('explain', () => {
  let found: readonly Explained[]
  beforeAll(async () => {
    found = JSON.parse((await yinqi('explain', company, '--json', '--at', '2026-03-01')).stdout)
  })

  test('parts add up to their blocks and every part has its source', () => {
    expect(found.map(one => one.model)).toEqual(['binjiang-points', 'tech-sme'])
    const sme = found.find(one => one.model === 'tech-sme')
    for (const block of sme?.blocks ?? []) expect(block.parts.reduce((sum, part) => sum + part.low, 0)).toBe(block.low)
    expect(sme?.blocks.reduce((sum, block) => sum + block.low, 0)).toBe(sme?.score.low)
    const parts = found.flatMap(one => one.blocks.flatMap(block => block.parts))
    expect(parts.filter(part => part.source.title === '')).toEqual([])
  })

  test('says the own value and the band that gave the points', () => {
    const part = found[1]?.blocks[0]?.parts[0]
    expect(part).toMatchObject({ low: 20, high: 20, own: '41.67%', reached: '≥ 30%' })
  })

  test('a case is said in words, a knockout with its answer', () => {
    const credit = found[0]?.blocks.flatMap(block => block.parts).find(part => part.id === 'credit')
    expect(credit).toMatchObject({ low: -10, high: -10, reached: expect.stringContaining('政府信用评级 为 D 级') })
    expect(found[0]?.knockouts.map(one => one.is)).toContain('yes')
  })

  test('an option is said in words', async () => {
    const { stdout } = await yinqi('explain', company, '--model', 'boc-jiangsu-profile', '--json', '--at', '2026-03-01')
    const parts = (JSON.parse(stdout) as Explained[]).flatMap(one => one.blocks.flatMap(block => block.parts))
    const title = rulebook().facts.get('credit.tax_grade')?.options?.['B']?.title.zh
    expect(title).not.toBe('B')
    expect(parts.filter(part => part.reached === title)).toHaveLength(1)
  })

  test('the text numbers its sources and says what is illustrative', async () => {
    const { stdout } = await yinqi('explain', company, '--model', 'binjiang-points', '--at', '2026-03-01')
    expect(stdout).toContain('含示意数字')
    const cited = [...stdout.matchAll(/ \[(\d+)\]/g)].map(([, number]) => Number(number))
    const listed = [...stdout.matchAll(/^ {2}\[(\d+)\] .+/gm)].map(([, number]) => Number(number))
    expect(new Set(cited)).toEqual(new Set(listed))
  })

  test('an unknown model is refused with those there are', async () => {
    const { code, stderr } = await yinqi('explain', company, '--model', 'no-such')
    expect(code).toBe(2)
    expect(stderr).toContain('tech-sme')
  })
})

describe('models', () => {
  test('lists every model with its version', async () => {
    const listed = JSON.parse((await yinqi('models', '--json')).stdout) as { id: string; version: string }[]
    const all = [...rulebook().models.values()].flat()
    expect(listed.map(one => `${one.id} ${one.version}`)).toEqual(all.map(one => `${one.id} ${one.version}`))
  })

  test('describes one with every band', async () => {
    const { stdout } = await yinqi('models', 'tech-sme')
    for (const band of ['≥ 30%', '≥ 25%', '≥ 20%', '≥ 15%', '≥ 10%']) expect(stdout).toContain(band)
    expect(stdout).toContain('★★★')
  })
})

describe('utterances', () => {
  test('nlu evaluate counts the utterances of a file', async () => {
    const file = path.join(ROOT, 'test/adapters/nlp/held-out.zh.txt')
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter(line => line.trim() !== '' && !line.startsWith('#'))
    const found = JSON.parse((await yinqi('nlu', 'evaluate', file, '--json')).stdout) as Record<string, number>
    expect((found['inScope'] ?? 0) + (found['outOfScope'] ?? 0)).toBe(lines.length)
    expect(found['accuracy']).toBeGreaterThan(0.8)
    expect(found['auroc']).toBeGreaterThan(0.9)
  })

  test('check refuses an utterance that stands twice, with its line', async () => {
    const root = path.join(folder, 'root')
    for (const name of ['engine', 'matching', 'bot', 'package.json'])
      cpSync(path.join(ROOT, name), path.join(root, name), { recursive: true })
    const file = path.join(root, 'bot/intents/en.yaml')
    const before = readFileSync(file, 'utf8')
    const taught = /^ {4}- (.+)$/m.exec(before)?.[1] ?? ''
    expect(before.trimEnd().split('\n').at(-1)).toMatch(/^ {2}- /) // the list of `none` ends the file
    appendFileSync(file, `  - ${taught}\n`)
    const { code, stderr } = await yinqi('check', '--root', root)
    expect(code).toBe(1)
    expect(stderr).toContain(`bot/intents/en.yaml:${before.trimEnd().split('\n').length + 1}  duplicate`)
  })
})
