// Made-up companies for the scorecard: small ones many and large ones few, amounts in whole 万元, the same ones every time.
import { type Dossier, FEN_PER_WAN } from '#engine'
import { seeded } from '../support/firms.ts'
import { type Indicator, OPTIONS } from './scorecard.ts'

/** One company as a plain row; what is not told is missing. */
export type Row = Readonly<Record<string, number | string | boolean | undefined>>

const SHARE_ZERO = 0.04
const SHARE_FLAG = 0.15

function value(
  random: () => number,
  rule: Indicator['rule'],
  revenue: number,
  staff: number,
): number | string | boolean {
  const amount = (most: number) => Math.round(((random() ** 3 * most) / FEN_PER_WAN) * 1.2) * FEN_PER_WAN
  if (rule.is === 'flag') return random() < SHARE_FLAG
  if (rule.is === 'option') return OPTIONS[Math.floor(random() * OPTIONS.length)] ?? 'A'
  if (rule.is === 'change') return amount(8_000 * FEN_PER_WAN)
  if (rule.is === 'share') return rule.whole === 'staff' ? Math.floor(random() * staff) : amount(revenue / 2)
  const [top = 0] = rule.cuts
  return top > FEN_PER_WAN ? amount(3_000 * FEN_PER_WAN) : Math.floor(random() ** 3 * top * 2)
}

function rowOf(random: () => number, list: readonly Indicator[]): Record<string, number | string | boolean> {
  const revenue = Math.round(random() ** 3 * 100_000) * FEN_PER_WAN
  const staff = 1 + Math.floor(random() ** 3 * 800)
  const row: Record<string, number | string | boolean> = {
    revenue,
    staff,
    months: Math.floor(random() * 240),
    zero: random() < SHARE_ZERO ? 3 : 0,
    banned: random() < SHARE_ZERO,
  }
  for (const { rule } of list) {
    if (rule.field in row) continue
    row[rule.field] = value(random, rule, revenue, staff)
    if (rule.is === 'change') row[rule.before] = value(random, rule, revenue, staff)
  }
  return row
}

/** `count` companies that told everything. */
export function scorecardRows(list: readonly Indicator[], count: number, seed = 1): readonly Row[] {
  const random = seeded(seed)
  // made in one go, so that every row has the same compact shape and nobody who reads rows is slowed down
  return Array.from({ length: count }, () => Object.fromEntries(Object.entries(rowOf(random, list))))
}

/** The same companies with a share of what they told taken back. */
export function withGaps(rows: readonly Row[], known: number, seed = 2): readonly Row[] {
  const random = seeded(seed)
  return rows.map(row =>
    Object.fromEntries(Object.entries(row).map(([field, told]) => [field, random() < known ? told : undefined])),
  )
}

/** A row as a dossier of ours. */
export function scorecardDossier(row: Row): Dossier {
  const dossier: Record<string, Dossier[string]> = {}
  for (const [field, told] of Object.entries(row))
    if (told !== undefined) dossier[`b.${field}`] = { value: told, source: 'stated', at: '2026-11-22T00:00:00.000Z' }
  return dossier
}
