// The value of a fact for many companies, as reading.ts defines it for one: answered, or following from other facts, or
// unknown between its bounds.
import { type FactDefinition, type FactId, isNumeric } from '../fact.ts'
import { boundsOf } from '../reading.ts'
import type { Rulebook } from '../rulebook.ts'
import { boundsAtRest, type Column, MAGNITUDE_MAX, TOLD } from './columns.ts'
import { BLOCK_ROWS, columnOf, type Program } from './program.ts'
import { expressionTrack, type FactTrack, oddTrack } from './quantities.ts'
import {
  FLAG,
  flagsOf,
  numbers,
  ODD_WORD,
  type RatioTrack,
  ratioTrack,
  type Track,
  UNTOLD,
  type WholeTrack,
  type WordTrack,
  wholeTrack,
} from './track.ts'

/** Facts that a fact's value may look at. */
function behind(book: Rulebook, id: FactId): readonly FactId[] {
  const limit = book.facts.get(id)?.notAbove
  return [...(book.derivations.get(id) ?? []).flatMap(one => one.facts), ...(limit === undefined ? [] : [limit])]
}

/** Does a fact follow from others that follow from it (share ↔ amount)? */
function isCyclic(book: Rulebook, id: FactId): boolean {
  const seen = new Set<FactId>()
  const waiting = [...behind(book, id)]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === id) return true
    if (!seen.has(next)) waiting.push(...behind(book, next))
    seen.add(next)
  }
  return false
}

/** What one fact is computed from. */
interface Parts {
  readonly program: Program
  readonly fact: FactDefinition
  readonly derived: readonly Track[]
  /** it cannot exceed this; of another shape the exact path looks */
  readonly above: Track | undefined
  readonly cyclic: boolean
  readonly bounds: readonly [number, number]
}

/** The first derivation without anything missing, or the first at all; an odd one before it leaves the row to the exact path. */
function chosen(derived: readonly Track[], row: number): Track | undefined {
  const settles = (track: Track) => ((flagsOf(track)[row] as number) & ~(FLAG.maybe | FLAG.odd)) === 0
  return derived.find(settles) ?? derived[0]
}

function setUnknown({ above, bounds: [low, high] }: Parts, out: WholeTrack | RatioTrack, row: number): void {
  let most = high
  if (above) {
    const flags = flagsOf(above)[row] as number
    if (above.shape !== 'whole' || (flags & FLAG.odd) > 0 || out.shape !== 'whole') {
      out.flags[row] = FLAG.odd
      return
    }
    if (flags !== FLAG.none) most = Math.min(high, above.high[row] as number)
  }
  if (Math.abs(low) > MAGNITUDE_MAX || Math.abs(most) > MAGNITUDE_MAX) out.flags[row] = FLAG.odd
  else setEnds(out, row, low, most < low ? low : most, FLAG.open | FLAG.stray)
}

/** Whole ends, also where the track is a share: v = scale × (v − offset) ÷ scale + offset. */
function setEnds(out: WholeTrack | RatioTrack, row: number, low: number, high: number, flags: number): void {
  const offset = out.shape === 'ratio' ? out.offset : 0
  out.low[row] = low - offset
  out.high[row] = high - offset
  if (out.shape === 'ratio') out.lowBottom[row] = out.highBottom[row] = out.scale
  out.flags[row] = flags
}

/** What follows from other facts, as it is. A quotient goes into whole numbers only where it is one. */
function copy(from: Track, out: WholeTrack | RatioTrack, row: number): void {
  const flags = flagsOf(from)[row] as number
  const divides = from.shape === 'ratio' && out.shape === 'whole'
  out.flags[row] = from.shape === out.shape ? flags : divides ? quotient(from, out, row, flags) : FLAG.odd
  if (divides) return
  out.low[row] = from.low[row] as number
  out.high[row] = from.high[row] as number
  if (from.shape === 'ratio' && out.shape === 'ratio') {
    out.lowBottom[row] = from.lowBottom[row] as number
    out.highBottom[row] = from.highBottom[row] as number
  }
}

function quotient(from: RatioTrack, out: WholeTrack, row: number, flags: number): number {
  const [top, topMost] = [from.low[row] as number, from.high[row] as number]
  out.low[row] = top / (from.lowBottom[row] as number)
  out.high[row] = topMost / (from.highBottom[row] as number)
  const isWhole = from.scale === 1 && Number.isInteger(out.low[row]) && Number.isInteger(out.high[row])
  const isExact = Math.max(Math.abs(top), Math.abs(topMost)) <= Number.MAX_SAFE_INTEGER
  return flags === FLAG.none || (isWhole && isExact) ? flags : flags | FLAG.odd
}

/** Told only about right: narrowed by what follows from other answers. */
function setBetween(parts: Parts, told: readonly [number, number], out: WholeTrack | RatioTrack, row: number): void {
  const { fact, cyclic, derived } = parts
  const follows = chosen(derived, row)
  const flags = follows ? (flagsOf(follows)[row] as number) : FLAG.none
  if (
    cyclic ||
    (flags & FLAG.odd) > 0 ||
    (flags !== FLAG.none && (follows?.shape !== 'whole' || out.shape !== 'whole'))
  ) {
    out.flags[row] = FLAG.odd
    return
  }
  if (!follows || flags === FLAG.none) {
    setEnds(out, row, told[0], told[1], FLAG.open)
    return
  }
  const lacks = fact.asked ? FLAG.open : flags & (FLAG.open | FLAG.stray)
  const low = Math.max(told[0], follows.low[row] as number)
  const high = Math.min(told[1], follows.high[row] as number)
  const sure = (flags & (fact.asked ? FLAG.maybe | FLAG.stray : FLAG.maybe)) === 0
  if (!sure || low > high) setEnds(out, row, told[0], told[1], lacks)
  else setEnds(out, row, low, high, low === high ? 0 : lacks)
}

function setRow(parts: Parts, column: Column | undefined, at: number, out: WholeTrack | RatioTrack, row: number): void {
  const { fact, derived, cyclic } = parts
  const told = column?.told[at] ?? TOLD.nothing
  const [low, high] = [column?.low[at] ?? 0, column?.high[at] ?? 0]
  if (told === TOLD.exactly) setEnds(out, row, low, high, 0)
  else if (told === TOLD.oddly || (cyclic && derived.length > 1)) out.flags[row] = FLAG.odd
  else if (told === TOLD.between) setBetween(parts, [low, high], out, row)
  else {
    const follows = chosen(derived, row)
    const flags = follows ? (flagsOf(follows)[row] as number) : FLAG.none
    const fromAnswers = (flags & (FLAG.none | FLAG.maybe | FLAG.stray)) === 0
    if (follows && (fromAnswers || !fact.asked)) copy(follows, out, row)
    else setUnknown(parts, out, row)
  }
}

/** The track of a fact that is a quantity; facts in `circle` are already being followed and give nothing. */
function quantityOf(
  program: Program,
  fact: FactDefinition,
  circle: ReadonlySet<FactId>,
): { track: Track; key: string } {
  const { rulebook } = program
  const cyclic = isCyclic(rulebook, fact.id)
  const around = cyclic ? [...circle].filter(id => isCyclic(rulebook, id)).sort() : []
  const key = [fact.id, ...around].join('|')
  const known = program.tracks.get(key)
  if (known) return { track: known, key }
  program.facts.add(fact.id)
  const inside =
    (ids: ReadonlySet<FactId>): FactTrack =>
    id =>
      factTrack(program, id, ids)
  const within = new Set([...circle, fact.id])
  const derived = circle.has(fact.id)
    ? []
    : (rulebook.derivations.get(fact.id) ?? []).map(one => expressionTrack(program, one.shape, inside(within)).track)
  const above = fact.notAbove === undefined ? undefined : inside(circle)(fact.notAbove).track
  const [first] = derived
  const isShare = derived.length === 1 && first?.shape === 'ratio' && first.scale > 1
  const out = isShare ? ratioTrack(first.scale, first.offset) : wholeTrack()
  pushSteps({ program, fact, derived, above, cyclic, bounds: boundsOf(fact, program.today) }, out)
  program.tracks.set(key, out)
  return { track: out, key }
}

function pushSteps(parts: Parts, out: WholeTrack | RatioTrack): void {
  const { program, fact, derived, above } = parts
  const own = { low: out.low, high: out.high, flags: out.flags }
  const isAsTold = derived.length === 0 && !above && boundsAtRest(fact) !== undefined
  const tops = numbers()
  program.steps.push(() => {
    const { start, count } = program.block
    const column = columnOf(program, fact.id)
    out.plain = column !== undefined && isExact(column, start, count)
    if (column && out.plain) {
      const told = column.low.subarray(start, start + count)
      if (out.shape === 'ratio') {
        for (let i = 0; i < count; i++) tops[i] = (told[i] as number) - out.offset
        out.lowBottom.fill(out.scale, 0, count)
        out.highBottom.fill(out.scale, 0, count)
      }
      out.low = out.high = out.shape === 'ratio' ? tops : told
      return
    }
    if (column && isAsTold) {
      out.low = column.low.subarray(start, start + count)
      out.high = column.high.subarray(start, start + count)
      out.flags = column.flags.subarray(start, start + count)
      return
    }
    Object.assign(out, own)
    for (let row = 0; row < count; row++) setRow(parts, column, start + row, out, row)
  })
}

function isExact({ told, gaps }: Column, start: number, count: number): boolean {
  if (gaps === 0) return true
  for (let row = start; row < start + count; row++) if (told[row] !== TOLD.exactly) return false
  return true
}

/** The track of a fact by its id. */
export function factTrack(
  program: Program,
  id: FactId,
  circle: ReadonlySet<FactId> = new Set(),
): { track: Track; key: string } {
  const fact = program.rulebook.facts.get(id)
  if (!fact) throw new Error(`no fact is called ${id}`)
  if (isNumeric(fact.type)) return quantityOf(program, fact, circle)
  return { track: oddTrack(program), key: `odd ${id}` }
}

/** The codes of a fact that is a word. */
export function wordTrack(program: Program, id: FactId): WordTrack {
  const known = program.words.get(id)
  if (known) return known
  program.facts.add(id)
  const track: WordTrack = { codes: new Int32Array(BLOCK_ROWS) }
  const { codes } = track
  program.steps.push(() => {
    const { start, count } = program.block
    const column = columnOf(program, id)
    if (!column) {
      codes.fill(UNTOLD, 0, count)
      return
    }
    const { told, low } = column
    for (let i = 0; i < count; i++) {
      const state = told[start + i] as number
      codes[i] = state === TOLD.exactly ? (low[start + i] as number) : state === TOLD.nothing ? UNTOLD : ODD_WORD
    }
  })
  program.words.set(id, track)
  return track
}
