// A whole table: every good row rated as it would be alone, every broken row named, ranks by stage, safe cells, the same
// result in both formats, and nothing left behind.
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayOf, read, readAnswers, UNITS_PER_POINT } from '#engine'
import { csvCell } from '../../../adapters/batch/csv-sheets.ts'
import { openTable } from '../../../adapters/batch/open-table.ts'
import { progressLine, startProgress } from '../../../adapters/batch/progress.ts'
import { rateTable } from '../../../adapters/batch/rate-table.ts'
import { loadPlaces } from '../../../adapters/files/load.ts'
import { type FirmTable, writeFirmTable } from '../../support/firm-table.ts'
import { ROOT, rulebook } from '../../support/rulebook.ts'

const ROWS = 3_000
const DAY = '2026-11-22'
const folder = mkdtempSync(path.join(os.tmpdir(), 'yinqi-batch-'))
const at = (name: string) => path.join(folder, name)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Done {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

async function yinqi(...args: readonly string[]): Promise<Done> {
  const main = path.join(ROOT, 'adapters/cli/main.ts')
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, ['--conditions=source', main, ...args])) }
  } catch (error) {
    return error as Done
  }
}

const records = (file: string): Record<string, string>[] =>
  parse(readFileSync(file), { bom: true, columns: true, relax_column_count: true })

describe(`${ROWS.toLocaleString('en-US')} companies, one in a hundred broken`, () => {
  let made: FirmTable
  let summary: Record<string, unknown>
  let results: Record<string, string>[]
  beforeAll(async () => {
    made = await writeFirmTable(at('firms.csv'), rulebook(), ROWS)
    const done = await yinqi('rate', at('firms.csv'), '-o', at('rated.csv'), '--at', DAY, '--json')
    expect(done.stderr).toBe('')
    summary = JSON.parse(done.stdout)
    results = records(at('rated.csv'))
  })

  test('every good row is rated and every broken one is named with its column', () => {
    expect(made.broken).toHaveLength(ROWS / 100)
    const names = records(at('rated.csv.errors.csv')).map(one => ({ row: Number(one['行']), column: one['列'] }))
    expect(names).toEqual(made.broken)
    const broken = new Set(made.broken.map(one => one.row))
    const good = Array.from({ length: ROWS }, (_, index) => index + 2).filter(row => !broken.has(row))
    expect(results.map(one => Number(one['行']))).toEqual(good)
    expect(summary).toMatchObject({ rows: ROWS, rated: good.length, broken: broken.size, faults: broken.size })
  })

  test('a row is rated as the same company would be alone', () => {
    const firms = new Map(records(at('firms.csv')).map(firm => [firm['企业名称'], firm]))
    const title = rulebook().models.get('tech-sme')?.[0]?.title.zh
    for (const row of results.filter((_, index) => index % 97 === 0)) {
      const written = Object.entries(firms.get(row['企业名称'] ?? '') ?? {}).flatMap(([header, cell]) => {
        if (cell === '' || header === '注册地') return []
        const money = /^(.*)（万元）$/.exec(header)?.[1]
        return [money === undefined ? [header, cell] : [money, `${cell} 万元`]]
      })
      const answers = readAnswers(Object.fromEntries(written), rulebook().facts, '', (_code, where, message) => {
        throw new Error(`${where.join()}: ${message}`)
      })
      const { score } = read(rulebook(), answers, dayOf(DAY) ?? 0).rating('tech-sme') ?? {
        score: { low: -1, high: -1 },
      }
      expect([row[`${title} 最低分`], row[`${title} 最高分`]]).toEqual([
        String(score.low / UNITS_PER_POINT),
        String(score.high / UNITS_PER_POINT),
      ])
    }
  })

  test('ranks count only companies of the same stage', () => {
    const title = rulebook().models.get('national-points')?.[0]?.title.zh
    const ranked = results.filter(one => one[`${title} 同阶段名次`] !== '')
    expect(ranked.length).toBeGreaterThan(ROWS / 2)
    const stages = Map.groupBy(ranked, one => one[`${title} 阶段`] ?? '')
    expect(stages.size).toBe(3)
    for (const peers of stages.values())
      for (const one of peers.slice(0, 20)) {
        const score = Number(one[`${title} 最低分`])
        const better = peers.filter(other => Number(other[`${title} 最低分`]) > score).length
        expect(Number(one[`${title} 同阶段名次`])).toBe(better + 1)
        expect(Number(one[`${title} 同阶段家数`])).toBe(peers.length)
      }
    const open = results.filter(one => one[`${title} 阶段`]?.includes(' / '))
    expect(open.length).toBeGreaterThan(0)
    expect(open.every(one => one[`${title} 同阶段名次`] === '')).toBe(true)
  })

  test('illustrative numbers are said to be', () => {
    const title = rulebook().models.get('national-points')?.[0]?.title.zh
    expect(new Set(results.map(one => one[`${title} 含示意数字`]))).toEqual(new Set(['是']))
  })

  test('.xlsx holds the same, with the faults and notes in sheets of their own', async () => {
    const done = await yinqi('rate', at('firms.csv'), '-o', at('rated.xlsx'), '--at', DAY, '--json')
    expect(JSON.parse(done.stdout)).toMatchObject({ rated: results.length, faultsIn: at('rated.xlsx') })
    const table = await openTable(at('rated.xlsx'))
    const rows = await Array.fromAsync(table.rows)
    expect(rows.map(row => table.header.map((_, index) => row.cells[index] ?? ''))).toEqual(
      results.map(one => table.header.map(name => one[name] ?? '')),
    )
    await table.close()
  })

  test('nothing but results is left behind', () => {
    expect(readdirSync(folder).filter(name => name.endsWith('.part'))).toEqual([])
  })
})

describe('the command', () => {
  test('faults of an earlier run are gone when there are none', async () => {
    writeFileSync(at('one.csv'), '企业名称,去年营业收入（万元）\n甲,3千\n乙,5\n')
    expect((await yinqi('rate', at('one.csv'), '-o', at('one-out.csv'))).stdout).toContain('1 行有 1 处错误')
    expect(existsSync(at('one-out.csv.errors.csv'))).toBe(true)
    writeFileSync(at('one.csv'), '企业名称,去年营业收入（万元）,序号\n甲,3,A1\n')
    const again = await yinqi(
      'rate',
      at('one.csv'),
      '-o',
      at('one-out.csv'),
      '--model',
      'tech-sme',
      '--model',
      'high-tech',
    )
    expect(again.stdout).toContain('原样保留：序号')
    expect(existsSync(at('one-out.csv.errors.csv'))).toBe(false)
    expect(records(at('one-out.csv'))[0]).toMatchObject({
      行: '2',
      企业名称: '甲',
      序号: 'A1',
      '高新技术企业自评 适用': '是',
    })
  })

  test('ends with 1 when nothing could be rated', async () => {
    writeFileSync(at('none.csv'), '企业名称,去年营业收入（万元）\n甲,三千\n')
    expect((await yinqi('rate', at('none.csv'), '-o', at('none-out.csv'))).code).toBe(1)
    expect(records(at('none-out.csv.errors.csv'))).toMatchObject([{ 行: '2', 企业名称: '甲', 原内容: '三千' }])
  })

  test.each([
    [['-o', 'out.txt'], /takes a \.csv or \.xlsx/],
    [[], /-o out\.csv/],
    [['-o', at('some.csv')], /over its own input/],
    [['-o', at('x.csv'), '--model', 'no-such'], /no model no-such/],
  ])('%j is refused', async (args, message) => {
    writeFileSync(at('some.csv'), '职工总数\n5\n')
    const done = await yinqi('rate', at('some.csv'), ...args)
    expect(done.code).toBe(2)
    expect(done.stderr).toMatch(message)
  })

  test('a row with more cells than the header, and a part above its whole, are faults', async () => {
    writeFileSync(at('odd.csv'), '职工总数,科技（研发）人员数\n5,3,9\n5,7\n5,3\n5\n')
    await yinqi('rate', at('odd.csv'), '-o', at('odd-out.csv'), '--english')
    expect(records(at('odd-out.csv.errors.csv')).map(one => [one['Row'], one['Reason']])).toEqual([
      ['2', 'has 3 cells, the header only 2'],
      ['3', 'is more than “职工总数”'],
    ])
    expect(records(at('odd-out.csv')).map(one => one['Row'])).toEqual(['4', '5'])
  })
})

describe('cells of the result', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠a', '  =1'])(
    '%j is no formula',
    text => {
      expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/)
    },
  )
  test('numbers and plain texts stay as they are', () => {
    expect([csvCell(-5), csvCell('甲'), csvCell(null), csvCell('a,"b"')]).toEqual(['-5', '甲', '', '"a,""b"""'])
  })
  test('names of the table cannot run as formulas in the result', async () => {
    writeFileSync(at('evil.csv'), '企业名称,备注,职工总数\n"=HYPERLINK(""http://x"",""y"")",@cmd,5\n')
    await yinqi('rate', at('evil.csv'), '-o', at('evil-out.csv'))
    expect(records(at('evil-out.csv'))[0]).toMatchObject({ 企业名称: `'=HYPERLINK("http://x","y")`, 备注: "'@cmd" })
  })
})

describe('progress', () => {
  test('rows, rate and time left', () => {
    expect(progressLine(50_000, 0.5, 10_000, 'zh')).toBe(
      '████████████░░░░░░░░░░░░ 50%  50,000 行  5,000 行/秒  还需 0:10',
    )
    expect(progressLine(0, 0, 0, 'en')).toContain('— left')
  })
  test('is for terminals only, and not drawn at every row', () => {
    const drawn = (isTTY: boolean) => {
      const written: string[] = []
      let time = 0
      const progress = startProgress({ isTTY, write: text => written.push(text) }, 'en', () => time)
      for (let row = 1; row <= 1_000; row += 1) {
        time = row
        progress.update(row, row / 1_000)
      }
      return written.length
    }
    expect(drawn(false)).toBe(0)
    expect(drawn(true)).toBe(5)
  })
})

describe('stopping', () => {
  const PASSES = { 'the first pass': 1, 'the second pass': 2 } as const
  test.each(['csv', 'xlsx'].flatMap(format => Object.entries(PASSES).map(([when, pass]) => ({ format, when, pass }))))(
    'in $when of a .$format leaves nothing behind',
    async ({ format, pass }) => {
      await writeFirmTable(at('stopped.csv'), rulebook(), 600)
      const stop = new AbortController()
      const stopIn = (current: number) => () => void (current === pass && stop.abort(new Error('stopped')))
      const output = at(`stopped-out.${format}`)
      const rated = rateTable({
        input: at('stopped.csv'),
        output,
        rulebook: rulebook(),
        models: [...rulebook().models.values()].flatMap(versions => versions.slice(0, 1)).slice(0, 1),
        places: loadPlaces(),
        language: 'zh',
        at: `${DAY}T00:00:00.000Z`,
        today: dayOf(DAY) ?? 0,
        progress: { update: stopIn(1), clear: stopIn(2) },
        signal: stop.signal,
      })
      await expect(rated).rejects.toThrow('stopped')
      expect(readdirSync(folder).filter(name => name.startsWith('stopped-out'))).toEqual([])
    },
  )
})
