// The commands of matching as an officer runs them: plan, whitelist, rehearse, catalogue. Each is started as a program.
import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../../support/rulebook.ts'

const run = promisify(execFile)
let dir = ''

const FIRM = {
  'company.region': '370100',
  'company.founded_on': '2019-06-01',
  'company.industry': 'software',
  'finance.revenue_last_year': '3000 万元',
  'ip.invention': 3,
  'ip.core_pledgeable': 2,
  'qualification.tech_sme': true,
  'qualification.high_tech': true,
  'qualification.specialised': 'provincial',
  'credit.dishonest': false,
  'credit.executed': false,
  'credit.tax_grade': 'A',
  'credit.government_grade': 'A',
  'need.purpose': ['equipment'],
  'need.amount': '800 万元',
  'need.term': '2 年',
}
const FIRMS = {
  恒业阀门: {
    'company.region': '130400',
    'qualification.innovation_points': 71,
    'credit.dishonest': false,
    'credit.executed': false,
    'need.purpose': ['working-capital'],
  },
  和赢科技: { 'company.region': '130400', 'qualification.innovation_points': 58 },
  外地公司: { 'company.region': '370100', 'qualification.innovation_points': 80 },
}

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'yinqi-cli-'))
  await writeFile(path.join(dir, 'firm.json'), JSON.stringify(FIRM))
  await writeFile(path.join(dir, 'firms.json'), JSON.stringify(FIRMS))
})
afterAll(() => rm(dir, { recursive: true, force: true }))

const yinqi = async (...args: readonly string[]): Promise<string> => {
  const main = path.join(ROOT, 'adapters/cli/main.ts')
  const { stdout } = await run(process.execPath, ['--conditions=source', main, ...args], { cwd: ROOT })
  return stdout
}
const at = (file: string) => path.join(dir, file)
const DAY = ['--at', '2026-11-20']

describe('yinqi plan', () => {
  test('tells whole plans with an itemised cost, papers and steps, and promises nothing', async () => {
    const text = await yinqi('plan', at('firm.json'), ...DAY)
    expect(text).toMatch(/^◆ 组合方案.*\n【方案 1（.+）：/)
    expect(text).toContain('年化成本：')
    expect(text).toContain('利息（')
    expect(text).toContain('材料（')
    expect(text).toContain('以银行审核为准')
    expect(text).not.toMatch(/包过|肯定能批|保证额度|秒批|最低利率/)
    expect(await yinqi('plan', at('firm.json'), ...DAY, '--english')).toMatch(/【Plan 1 \(/)
  })

  test('answers programs with the same plans, the items adding up to the net', async () => {
    const { plans } = JSON.parse(await yinqi('plan', at('firm.json'), ...DAY, '--json')) as {
      plans: { cost: { complete: boolean; fen: { best: number }; items: { what: string; fen?: { best: number } }[] } }[]
    }
    expect(plans.length).toBeGreaterThanOrEqual(2)
    for (const { cost } of plans) {
      const sum = cost.items.reduce(
        (total, item) => total + (item.what.endsWith('saving') ? -1 : 1) * (item.fen?.best ?? 0),
        0,
      )
      expect(sum).toBe(cost.fen.best)
    }
  })

  test('refuses an unreadable option in plain words', async () => {
    await expect(yinqi('plan', at('firm.json'), '--lacking', 'many')).rejects.toMatchObject({ code: 2 })
  })
})

describe('yinqi whitelist', () => {
  test('ranks who can be approached and says why others cannot', async () => {
    const text = await yinqi('whitelist', 'bocom-handan/kechuang-digital-loan', at('firms.json'), ...DAY)
    expect(text).toContain('1. 恒业阀门')
    expect(text).toMatch(/2\. 和赢科技 · 待核：/)
    expect(text).toContain('× 外地公司 · 注册地')
    expect(text).toContain('须有其同意')
  })
})

describe('yinqi rehearse', () => {
  test('shows who gains by a changed product file', async () => {
    const copy = at('after')
    for (const folder of ['engine', 'matching', 'bot', 'package.json'])
      await cp(path.join(ROOT, folder), path.join(copy, folder), { recursive: true })
    await symlink(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'))
    const product = path.join(copy, 'matching/products/bocom-handan/kechuang-digital-loan.yaml')
    const written = await readFile(product, 'utf8')
    // the province's firms only → every firm; the example that expects the old limit goes with it
    const changed = written.replace(/within: \[130000\]/, 'within: [130000, 370000]').replace(/^examples:[\s\S]*$/m, '')
    const example = (name: string, is: boolean) =>
      `  - { name: ${name}, facts: { credit.dishonest: ${is} }, expect: ${is ? '{ not: [credit.dishonest] }' : 'open'} }\n`
    await writeFile(product, `${changed}examples:\n${example('一', true)}${example('二', false)}`)
    const text = await yinqi('rehearse', at('firms.json'), '--after', copy, ...DAY)
    expect(text).toContain('3 家中 1 家受影响')
    expect(text).toContain('外地公司 · 科创数智贷 · 变为待答')
  })
})

describe('yinqi catalogue', () => {
  test('lists and counts every product', async () => {
    const { counts, products } = JSON.parse(await yinqi('catalogue', 'list', '--json')) as {
      counts: { products: number; byKind: Record<string, number>; byMark: Record<string, number> }
      products: unknown[]
    }
    const sum = (list: Record<string, number>) => Object.values(list).reduce((a, b) => a + b, 0)
    expect(products).toHaveLength(counts.products)
    expect(sum(counts.byKind)).toBe(counts.products)
    expect(sum(counts.byMark)).toBe(counts.products)
  })

  test('answers for every named programme, with mark and information date', async () => {
    const { counts, rows } = JSON.parse(await yinqi('catalogue', 'rows', '--json')) as {
      counts: { rows: number; withProduct: number; withReason: number }
      rows: { id: string; products: { mark: string; date: string }[]; reason?: unknown }[]
    }
    expect(rows).toHaveLength(counts.rows)
    expect(counts.withProduct + counts.withReason).toBe(counts.rows)
    expect(rows.filter(one => one.id.startsWith('P-'))).toHaveLength(43)
  })

  test('shows one product with its source and its rules of combination', async () => {
    const text = await yinqi('catalogue', 'show', 'national/sme-loan-subsidy-2026')
    expect(text).toContain('组合规则：贴息要有贷款')
    expect(text).toContain('★★★ 2026-01-20')
  })

  test('names what is old or has ended, and nothing else', async () => {
    const found = JSON.parse(await yinqi('catalogue', 'stale', '--json', '--days', '500', ...DAY)) as {
      id: string
      ageDays: number
      expired: boolean
    }[]
    expect(found.length).toBeGreaterThan(0)
    for (const one of found) expect(one.expired || one.ageDays > 500, one.id).toBe(true)
    expect(found.map(one => one.id)).toContain('hangzhou/interest-coupon-2026')
  })

  test('counts how many of some companies each product is for', async () => {
    const { firms, unreached, products } = JSON.parse(
      await yinqi('catalogue', 'reach', at('firms.json'), '--json', ...DAY),
    ) as { firms: number; unreached: number; products: { product: string; can: number; answer: number; no: number }[] }
    expect(firms).toBe(Object.keys(FIRMS).length)
    for (const { product, can, answer, no } of products) expect(can + answer + no, product).toBe(firms)
    expect(unreached).toBe(products.filter(({ no }) => no === firms).length)
    const handan = products.find(({ product }) => product === 'handan/innovation-points-loan')
    expect(handan?.no).toBeLessThan(firms)
    const text = await yinqi('catalogue', 'reach', at('firms.json'), '--english', ...DAY)
    expect(text).toContain(`${products.length} products over ${firms} companies`)
  })
})

describe('yinqi sql', () => {
  test('prints the query with the columns it reads, and refuses an unknown product', async () => {
    const text = await yinqi('sql', 'handan/innovation-points-loan', '--table', 'qiye', '--key', 'id', ...DAY)
    expect(text).toContain('以银行审核为准')
    expect(text).toContain('from "qiye"')
    expect(text).toMatch(/^select "id",$/m)
    const { columns } = JSON.parse(await yinqi('sql', 'handan/innovation-points-loan', '--json', ...DAY)) as {
      columns: { name: string }[]
    }
    for (const { name } of columns) expect(text).toContain(`--  "${name}"`)
    await expect(yinqi('sql', 'nobody/nothing')).rejects.toThrow(/no product nobody\/nothing/)
  })
})
