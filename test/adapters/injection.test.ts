// Every hostile text in every place of a card and of a table, through every way out: it stays text. What a platform would
// obey (mentions, links, tags, formulas, escape sequences) is exactly what the same card has with harmless words.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Card } from '#bot'
import { csvCell } from '../../adapters/batch/csv-sheets.ts'
import type { Sheet } from '../../adapters/batch/sheets.ts'
import { writeXlsxSheets } from '../../adapters/batch/xlsx-sheets.ts'
import { openXlsx } from '../../adapters/batch/xlsx-table.ts'
import { numbered } from '../../adapters/console/plain.ts'
import { createLog } from '../../adapters/log.ts'
import { render as renderSlack } from '../../adapters/slack/render.ts'
import { cardGate } from '../../adapters/store/json.ts'
import { render as renderTelegram } from '../../adapters/telegram/render.ts'
import { hygienic } from '../../adapters/unicode.ts'
import { HOSTILE } from '../support/hostile.ts'
import { blocksFault } from '../support/slack-blocks.ts'
import { visibleText } from '../support/telegram-checks.ts'

const HARMLESS = '云谷科技'

/** A card as it is stored, with the words wherever a company's words can come to stand. */
const cardOf = (words: string): Card =>
  cardGate.write({
    title: `线索 ${words}`,
    lines: [
      { kind: 'field', label: '企业名称', value: words },
      { kind: 'item', text: words, detail: words },
      { kind: 'quote', who: words, text: words },
      { kind: 'text', text: words },
    ],
    buttons: [[{ text: `领取 ${words}`, press: 'l:1:take' }]],
    note: words,
  })

const cases = HOSTILE.map((words, index) => [`#${index} ${JSON.stringify(words).slice(0, 40)}`, words] as const)

/** All strings of type mrkdwn, at any depth: the only ones in which Slack looks for tokens. */
function mrkdwnOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'type' in value && value.type === 'mrkdwn' && 'text' in value ? [String(value.text)] : []
  return [...own, ...Object.values(value).flatMap(mrkdwnOf)]
}
const slackTokens = (card: Card) => {
  const { blocks, text } = renderSlack(card, 'L1')
  return [...mrkdwnOf(JSON.parse(JSON.stringify(blocks))), text].flatMap(shown => shown.match(/<[^>]*>/g) ?? [])
}
const telegramTags = (card: Card) =>
  renderTelegram(card).flatMap(part => (part.html.match(/<[^>]*>/g) ?? []).filter(tag => !tag.startsWith('</')))

describe.each(cases)('%s', (_name, words) => {
  const card = cardOf(words)
  test('Slack: no mention, no link, and Slack takes it', () => {
    const { blocks } = renderSlack(card, 'L1')
    expect(blocksFault(JSON.parse(JSON.stringify(blocks)))).toBeUndefined()
    expect(slackTokens(card)).toEqual(slackTokens(cardOf(HARMLESS)))
  })

  test('Telegram: no tag of theirs, and Telegram takes it', () => {
    const kinds = (of: Card) => new Set(telegramTags(of))
    for (const part of renderTelegram(card)) expect(() => visibleText(part.html)).not.toThrow()
    for (const tag of kinds(card)) expect(kinds(cardOf(HARMLESS))).toContain(tag)
  })

  test('terminal: nothing steers it', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
    expect(numbered(card, 1).text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
  })

  test('table: no cell begins as a formula', () => {
    const cell = csvCell(words)
    const shown = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell
    expect(shown).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/)
    // a quote, comma or line break inside never ends the cell
    if (/[",\r\n]/.test(shown)) expect(cell).toMatch(/^"(?:[^"]|"")*"$/)
  })

  test('log: one event is one line, and only its own', () => {
    const lines: string[] = []
    createLog(
      'info',
      () => new Date(0),
      line => void lines.push(line),
    )('info', 'x', { id: words })
    expect(lines).toHaveLength(1)
    expect(lines[0]?.trimEnd()).not.toMatch(/[\n\r\u2028\u2029]/)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'info', event: 'x' })
  })

  test('stored: nothing invisible is left, and storing it again changes nothing', () => {
    const once = hygienic(words)
    expect(hygienic(once)).toBe(once)
    expect(once).not.toMatch(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
      /[\u0000\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/u,
    )
    expect(once).not.toMatch(/\p{M}{4}/u)
    expect(once.isWellFormed()).toBe(true)
  })
})

test('a workbook with all of them holds texts and no formula', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yinqi-hostile-'))
  const file = join(folder, 'hostile.xlsx')
  const sheet = (rows: readonly (readonly string[])[]): Sheet => ({
    name: '结果',
    header: ['名'],
    count: rows.length,
    rows: () => rows,
  })
  const words = HOSTILE.map(hygienic).filter(text => text.trim() !== '')
  await writeXlsxSheets(file, {
    results: sheet(words.map(text => [text])),
    faults: { ...sheet([]), name: '问题' },
    notes: { ...sheet([]), name: '说明' },
  })
  const bytes = await readFile(file)
  expect(bytes.includes('<f>')).toBe(false)
  const table = await openXlsx(file)
  const read: string[] = []
  for await (const row of table.rows) read.push(row.cells.map(String).join())
  await table.close()
  await rm(folder, { recursive: true })
  expect(read).toHaveLength(words.length)
})

// a spreadsheet library of others, which comes with node-nlp
test('read again by a spreadsheet library, neither the workbook nor the table of text has a formula or a link', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yinqi-hostile-'))
  const words = [
    ...HOSTILE.map(hygienic).filter(text => text.trim() !== ''),
    '91320500MA1WXYT889',
    '013912345678',
    '1e9',
  ]
  const sheet = (rows: readonly (readonly string[])[]): Sheet => ({
    name: '结果',
    header: ['名'],
    count: rows.length,
    rows: () => rows,
  })
  const sheets = {
    results: sheet(words.map(text => [text])),
    faults: { ...sheet([]), name: '问题' },
    notes: { ...sheet([]), name: '说明' },
  }
  await writeXlsxSheets(join(folder, 'a.xlsx'), sheets)
  const { read } = await import('xlsx')
  const workbook = read(await readFile(join(folder, 'a.xlsx')), { cellFormula: true })
  await rm(folder, { recursive: true })
  const cells = workbook.SheetNames.flatMap(name => Object.entries(workbook.Sheets[name] ?? {}))
    .filter(([place]) => !place.startsWith('!'))
    .map(([, cell]) => cell)
  expect(cells.filter(cell => cell.f !== undefined || cell.l !== undefined)).toEqual([])
  const texts = cells.filter(cell => cell.t === 's').map(cell => cell.v)
  for (const code of words.slice(-3)) expect(texts).toContain(code)
  // as a spreadsheet opens it: each text alone, for what it does with many rows is not asked here
  for (const text of words) {
    const opened = read(`名\r\n${csvCell(text)}\r\n`, { type: 'string', cellFormula: true, raw: false })
    const [first = ''] = opened.SheetNames
    const formulas = Object.values(opened.Sheets[first] ?? {}).filter(cell => cell?.f !== undefined)
    expect([text, formulas]).toEqual([text, []])
  }
})

test('emoji families and letters with their marks survive', () => {
  for (const text of ['👩‍👩‍👧‍👦🏽', 'Nguyễn', '（杭州）科技', 'क्‍ष']) expect(hygienic(text)).toBe(text.normalize('NFC'))
})
