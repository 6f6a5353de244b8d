// Expressions compiled for many companies: each becomes a track that is filled block by block. What would need fractions of
// fractions is left to the exact path.
import type { FactId } from '../fact.ts'
import { monthsBetween, PPM_PER_ONE } from '../quantity.ts'
import type { Operator, Shape } from '../shape.ts'
import { averaged, folded, shareOf, timesOf } from './combine.ts'
import { asWhole, meanOf } from './convert.ts'
import { growthOf } from './growth.ts'
import type { Program } from './program.ts'
import { FLAG, flagsOf, type Track, type WholeTrack, wholeTrack } from './track.ts'

/** The track of a fact, in the circle of facts that is being followed. */
export type FactTrack = (id: FactId) => { readonly track: Track; readonly key: string }

/** A track that the exact path takes over in every row. */
export function oddTrack(program: Program): WholeTrack {
  const track = wholeTrack()
  program.steps.push(() => track.flags.fill(FLAG.odd, 0, program.block.count))
  return track
}

function literal(value: number): WholeTrack {
  const track = wholeTrack()
  track.low.fill(value)
  track.high = track.low
  track.plain = true
  return track
}

/** Whole months from each day to today; every day is counted once, however many companies share it. */
function monthsSince(program: Program, days: WholeTrack): WholeTrack {
  const track = wholeTrack()
  const { low, high, flags } = track
  const known = new Map<number, number>()
  const ago = (day: number): number => {
    let months = known.get(day)
    if (months === undefined) {
      months = Math.max(0, monthsBetween(day, program.today))
      known.set(day, months)
    }
    return months
  }
  program.steps.push(() => {
    const { count } = program.block
    track.plain = days.plain
    flags.set(flagsOf(days))
    for (let i = 0; i < count; i++) low[i] = ago(days.high[i] as number)
    if (!days.plain) for (let i = 0; i < count; i++) high[i] = ago(days.low[i] as number)
    track.high = days.plain ? low : high
  })
  return track
}

function combine(program: Program, op: Operator, parts: readonly WholeTrack[]): Track {
  const [a, b, c] = parts
  switch (op) {
    case 'sum':
      return folded(program, parts, (x, y) => x + y)
    case 'difference':
      return folded(program, parts, (x, y) => x - y, true)
    case 'largest':
      return folded(program, parts, Math.max)
    case 'smallest':
      return folded(program, parts, Math.min)
    case 'average':
      return averaged(
        program,
        folded(program, parts, (x, y) => x + y),
        parts.length,
      )
    case 'times':
      return a && b ? timesOf(program, a, b) : oddTrack(program)
    case 'ratio':
      return a && b ? shareOf(program, a, b, 0) : oddTrack(program)
    case 'change':
      return a && b ? shareOf(program, b, a, -PPM_PER_ONE) : oddTrack(program)
    case 'growth':
      return a && b && c ? growthOf(program, [a, b, c]) : oddTrack(program)
  }
}

/** The track of what an expression is made of, and a key that two expressions share when they are the same. */
export function expressionTrack(
  program: Program,
  shape: Shape,
  factTrack: FactTrack,
): { readonly track: Track; readonly key: string } {
  if (shape.is === 'fact') return factTrack(shape.fact.id)
  const parts =
    shape.is === 'literal'
      ? []
      : shape.is === 'months-since'
        ? [factTrack(shape.fact.id)]
        : shape.of.map(part => expressionTrack(program, part, factTrack))
  const key = shape.is === 'literal' ? String(shape.value) : `${shape.is}(${parts.map(part => part.key).join(',')})`
  const known = program.tracks.get(key)
  if (known) return { track: known, key }
  const quotients = parts.flatMap(({ track }) => (track.shape === 'ratio' ? [track] : []))
  let track: Track
  if (shape.is === 'literal') track = literal(shape.value)
  else if (shape.is === 'average' && quotients.length === parts.length) track = meanOf(program, quotients)
  else {
    const whole = parts.map(part => wholeOf(program, part))
    const [only] = whole
    if (shape.is !== 'months-since') track = combine(program, shape.is, whole)
    else track = only ? monthsSince(program, only) : oddTrack(program)
  }
  program.tracks.set(key, track)
  return { track, key }
}

/** A part in integers; computed once, however many expressions it stands in. */
function wholeOf(program: Program, { track, key }: { readonly track: Track; readonly key: string }): WholeTrack {
  if (track.shape === 'whole') return track
  const name = `whole(${key})`
  const known = program.tracks.get(name)
  if (known?.shape === 'whole') return known
  const whole = asWhole(program, track)
  program.tracks.set(name, whole)
  return whole
}
