// Conditions compiled for many companies: every test and group becomes one verdict a row, by the same rules as judge.ts.
import type { Comparison, Condition, Limit, ModelAspect, Test } from '../condition.ts'
import type { FactId } from '../fact.ts'
import { judgeWord } from '../judge.ts'
import { NO, OPEN, YES } from '../normal/closures.ts'
import type { ColumnRatings } from './column-ratings.ts'
import { compareEnd, sidesOfBlock } from './cut.ts'
import { factTrack, wordTrack } from './facts.ts'
import { BLOCK_ROWS, columnOf, type Program } from './program.ts'
import { expressionTrack } from './quantities.ts'
import { FLAG, flagsOf, ODD_WORD, type Track, UNTOLD } from './track.ts'

const CODE = { no: NO, open: OPEN, yes: YES } as const
const verdicts = (): Uint8Array => new Uint8Array(BLOCK_ROWS)

/** The model a condition asks about, compiled before it. */
export type ModelOf = (id: string) => ColumnRatings | undefined

/** Does a range from `low` to `high` (sides of the limit) meet a comparison: as compareRange in judge.ts, in numbers. */
export function verdictOf(op: Comparison, low: number, high: number): number {
  switch (op) {
    case 'atLeast':
      return low >= 0 ? YES : high < 0 ? NO : OPEN
    case 'above':
      return low > 0 ? YES : high <= 0 ? NO : OPEN
    case 'atMost':
      return high <= 0 ? YES : low > 0 ? NO : OPEN
    case 'below':
      return high < 0 ? YES : low >= 0 ? NO : OPEN
  }
}

function quantityTest(program: Program, track: Track, limit: Limit): Uint8Array {
  const out = verdicts()
  const { block } = program
  const isComparison = limit.op === 'atLeast' || limit.op === 'above' || limit.op === 'atMost' || limit.op === 'below'
  const [lows, highs] = [sidesOfBlock(), sidesOfBlock()]
  program.steps.push(() => {
    const flags = flagsOf(track)
    if (isComparison) {
      compareEnd(track, true, limit.value, lows, block)
      if (!track.plain) compareEnd(track, false, limit.value, highs, block)
    }
    const upper = track.plain ? lows : highs
    for (let i = 0; i < block.count; i++) {
      const own = flags[i] as number
      if ((own & FLAG.odd) > 0) block.odd[i] = 1
      const is = isComparison ? verdictOf(limit.op, lows[i] as number, upper[i] as number) : OPEN
      // what does not apply is a no; what may turn out not to apply is no yes yet
      out[i] = own === FLAG.none ? NO : is === YES && (own & FLAG.maybe) > 0 ? OPEN : is
    }
  })
  return out
}

/** Every word of the dictionary is judged once, however many companies gave it. */
function wordTest(program: Program, fact: FactId, limit: Limit): Uint8Array {
  const out = verdicts()
  const { block } = program
  const { codes } = wordTrack(program, fact)
  let judged: readonly unknown[] = []
  let answers: number[] = []
  program.steps.push(() => {
    const words = columnOf(program, fact)?.words ?? []
    if (words !== judged) answers = []
    judged = words
    for (const word of words.slice(answers.length)) answers.push(CODE[judgeWord(word, limit)])
    for (let i = 0; i < block.count; i++) {
      const code = codes[i] as number
      if (code === ODD_WORD) block.odd[i] = 1
      out[i] = code <= UNTOLD ? OPEN : (answers[code] as number)
    }
  })
  return out
}

const ALL_BITS = 32

/** Bits of the grades that a limit names. */
function wantedGrades(tracks: ColumnRatings, limit: Limit): number {
  if (limit.op !== 'oneOf' && limit.op !== 'noneOf') return 0
  const grades = tracks.model.grades?.list ?? []
  if (grades.length >= ALL_BITS) throw new RangeError(`${tracks.model.id} has more grades than bits`)
  return grades.reduce(
    (bits, grade, index) => (limit.options.includes(grade.id) === (limit.op === 'oneOf') ? bits | (1 << index) : bits),
    0,
  )
}

function gradeTest(program: Program, tracks: ColumnRatings, limit: Limit): Uint8Array {
  const out = verdicts()
  const wanted = wantedGrades(tracks, limit)
  const isSet = limit.op === 'oneOf' || limit.op === 'noneOf'
  program.steps.push(() => {
    for (let i = 0; i < program.block.count; i++) {
      const possible = tracks.grades[i] as number
      const hits = possible & wanted
      out[i] = !isSet ? OPEN : hits === 0 ? NO : hits === possible ? YES : OPEN
    }
  })
  return out
}

const sideOf = (x: number, limit: number): number => (x < limit ? -1 : x > limit ? 1 : 0)

function scoreTest(program: Program, { low, high }: ColumnRatings, limit: Limit): Uint8Array {
  const out = verdicts()
  const comparison = 'value' in limit && typeof limit.value === 'number' ? limit : undefined
  program.steps.push(() => {
    for (let i = 0; i < program.block.count; i++)
      out[i] = comparison
        ? verdictOf(
            comparison.op as Comparison,
            sideOf(low[i] as number, comparison.value as number),
            sideOf(high[i] as number, comparison.value as number),
          )
        : OPEN
  })
  return out
}

function modelTest(program: Program, aspect: ModelAspect, tracks: ColumnRatings | undefined, limit: Limit): Uint8Array {
  if (!tracks) return verdicts()
  if (aspect === 'score') return scoreTest(program, tracks, limit)
  if (aspect === 'grade') return gradeTest(program, tracks, limit)
  const state = aspect === 'passes' ? tracks.passes : tracks.knockedOut
  if (limit.op === 'is' && limit.value) return state
  const out = verdicts()
  program.steps.push(() => {
    for (let i = 0; i < program.block.count; i++) out[i] = YES - (state[i] as number)
  })
  return out
}

function testTrack(program: Program, { subject, limit }: Test, modelOf: ModelOf): Uint8Array {
  if (subject.kind === 'fact') return wordTest(program, subject.fact.id, limit)
  if (subject.kind !== 'quantity') return modelTest(program, subject.kind, modelOf(subject.model), limit)
  const { track } = expressionTrack(program, subject.expression.shape, id => factTrack(program, id))
  return quantityTest(program, track, limit)
}

/** At least `needed` of several verdicts, three-valued. */
export function combineTracks(program: Program, parts: readonly Uint8Array[], needed: number): Uint8Array {
  const out = verdicts()
  const [isAll, isAny] = [needed === parts.length, needed === 1]
  program.steps.push(() => {
    for (let i = 0; i < program.block.count; i++) {
      let [yes, open, least, most] = [0, 0, YES as number, NO as number]
      for (const part of parts) {
        const is = part[i] as number
        if (is === YES) yes += 1
        else if (is === OPEN) open += 1
        if (is < least) least = is
        if (is > most) most = is
      }
      out[i] = isAll ? least : isAny ? most : yes >= needed ? YES : yes + open < needed ? NO : OPEN
    }
  })
  return out
}

/** The verdicts of a condition; the same array for every block. */
export function verdictTrack(program: Program, condition: Condition, modelOf: ModelOf): Uint8Array {
  const known = program.verdicts.get(condition)
  if (known) return known
  let out: Uint8Array
  if (condition.is === 'test') out = testTrack(program, condition, modelOf)
  else if (condition.of.length === 0) out = verdicts().fill(YES)
  else {
    const parts = condition.of.map(child => verdictTrack(program, child, modelOf))
    out = combineTracks(
      program,
      parts,
      condition.is === 'at-least' ? condition.count : condition.is === 'all' ? parts.length : 1,
    )
  }
  program.verdicts.set(condition, out)
  return out
}
