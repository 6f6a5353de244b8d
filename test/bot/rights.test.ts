// The table of rights and what is written about it: docs/rights.md says the same, and every button has a row.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { VERBS } from '../../bot/press.ts'
import { ALL_RIGHTS, may, RIGHTS, rightOfPress, STANDINGS, type Standing } from '../../bot/rights.ts'

const PAGE = readFileSync(new URL('../../docs/rights.md', import.meta.url), 'utf8')
const ANYBODY = '任何人'
const quoted = (cell: string) => [...cell.matchAll(/`([\w.-]+)`/g)].flatMap(([, word]) => word ?? [])

/** Rows of the page whose first cell is one quoted name. */
const rows = PAGE.split('\n').flatMap(line => {
  const [, first = '', second = ''] = line.split('|').map(cell => cell.trim())
  const [name, ...more] = quoted(first)
  return line.startsWith('| `') && name !== undefined && more.length === 0 ? [{ name, second }] : []
})

describe('docs/rights.md', () => {
  test('has exactly the rows of the table, in its order', () => {
    expect(rows.map(row => row.name).filter(name => name.includes('.'))).toEqual(ALL_RIGHTS)
  })

  test('allows exactly whom the table allows', () => {
    const wrong = rows
      .filter(({ name }) => name.includes('.'))
      .filter(({ name, second }) => {
        const written: readonly string[] = second === ANYBODY ? STANDINGS : quoted(second)
        return STANDINGS.some(one => may([one], name) !== written.includes(one))
      })
    expect(wrong).toEqual([])
  })

  test('explains every standing and no other', () => {
    expect(rows.map(row => row.name).filter(name => !name.includes('.'))).toEqual([...STANDINGS])
  })
})

describe('the table', () => {
  test('has a row for every button', () => {
    const known = Object.keys(VERBS).map(verb => (verb === 'L' || verb === 'V' ? `${verb}:1:take` : verb))
    expect(known.filter(press => !ALL_RIGHTS.includes(rightOfPress(press) ?? ''))).toEqual([])
    expect(rightOfPress('nothing:of:ours')).toBeUndefined()
  })

  test('lets nobody do what it does not name', () => {
    for (const right of ['', 'lead', 'lead.', 'lead.constructor', 'lead.delete', 'toString', 'visit.paid'])
      expect(may(STANDINGS, right)).toBe(false)
  })

  test('gives strangers, guests and other desks nothing but the open doors', () => {
    const open = ['work.help', 'page.read', 'session.begin', 'sign.show', 'sign.in', 'hook.call', 'health.read']
    for (const standing of ['stranger', 'unlisted', 'elsewhere'] satisfies Standing[])
      expect(ALL_RIGHTS.filter(right => may([standing], right))).toEqual(open)
  })

  test('no staff may give, see or take back a consent, and no company may move a lead', () => {
    const staff: readonly Standing[] = [
      'free',
      'owner',
      'colleague',
      'manager',
      'local',
      'demo',
      'staff',
      'operator',
      'watcher',
    ]
    for (const verb of Object.keys(RIGHTS.consent)) expect(may(staff, `consent.${verb}`)).toBe(false)
    expect(ALL_RIGHTS.filter(right => right.startsWith('lead.') && may(['company'], right))).toEqual([
      'lead.follow',
      'lead.reply',
      'lead.reach',
      'lead.rate',
    ])
  })
})
