// What must hold between an earlier and a later reading of one company: ranges only shrink, and a yes or a no stays.
import { type Answered, compare, type Rating, type Reading, type ScoreRange, type Value } from '#engine'

/** The faults found, in words; none when all is well. */
export type Faults = string[]

const inside = (inner: ScoreRange, outer: ScoreRange) => outer.low <= inner.low && inner.high <= outer.high
const span = ({ low, high }: ScoreRange) => `${low}…${high}`

export function verdictFaults(what: string, early: Answered, late: Answered): Faults {
  return early === 'open' || early === late ? [] : [`${what}: ${early} became ${late}`]
}

function scoreFaults(what: string, early: ScoreRange, late: ScoreRange): Faults {
  return inside(late, early) ? [] : [`${what}: ${span(early)} became ${span(late)}`]
}

/** Every figure and verdict of a rating, early against late. */
export function ratingFaults(early: Rating, late: Rating): Faults {
  const name = early.model.id
  const listFaults = (what: string, before: readonly string[], after: readonly string[]) =>
    after.every(one => before.includes(one)) ? [] : [`${name} ${what}: ${before.join()} became ${after.join()}`]
  return [
    ...scoreFaults(`${name} score`, early.score, late.score),
    ...early.dimensions.flatMap((one, index) => {
      const other = late.dimensions[index]
      return other ? scoreFaults(`${name} ${one.dimension.id}`, one, other) : ['a dimension is gone']
    }),
    ...early.partials.flatMap((one, index) => {
      const other = late.partials[index]
      return other ? scoreFaults(`${name} ${one.characteristic.id}`, one, other) : ['a characteristic is gone']
    }),
    ...early.knockouts.flatMap((one, index) =>
      verdictFaults(`${name} ${one.knockout.id}`, one.verdict.is, late.knockouts[index]?.verdict.is ?? 'open'),
    ),
    ...verdictFaults(`${name} knocked out`, early.knockedOut.is, late.knockedOut.is),
    ...verdictFaults(`${name} gates`, early.gates.is, late.gates.is),
    ...verdictFaults(`${name} passes`, early.passes.is, late.passes.is),
    ...verdictFaults(`${name} applies`, early.applies.is, late.applies.is),
    ...listFaults(
      'stages',
      early.stages.map(one => one.id),
      late.stages.map(one => one.id),
    ),
    ...listFaults('grades', early.grades, late.grades),
  ]
}

/** Does a rating say what it lacks exactly as long as something is open? */
export function lackFaults(rating: Rating): Faults {
  const name = rating.model.id
  const open = rating.score.low !== rating.score.high || rating.passes.is === 'open'
  const stated = rating.model.pass !== undefined || rating.score.low !== rating.score.high
  return [
    ...(open && stated && rating.lacks.length === 0 ? [`${name} is open and lacks nothing`] : []),
    ...(rating.passes.is === 'open' && rating.passes.lacks.length === 0
      ? [`${name} passes is open, lacks nothing`]
      : []),
    ...rating.partials.flatMap(one => (one.low > one.high ? [`${name} ${one.characteristic.id}: ${span(one)}`] : [])),
    ...rating.partials.flatMap(one =>
      one.low === one.high && one.lacks.length > 0 ? [`${name} ${one.characteristic.id} is certain and lacks`] : [],
    ),
  ]
}

function valueFaults(what: string, early: Value, late: Value): Faults {
  const shown = (value: Value) => JSON.stringify(value, (_, x) => (typeof x === 'bigint' ? String(x) : x))
  const fault = [`${what}: ${shown(early)} became ${shown(late)}`]
  if (early.is === 'unknown') return []
  if (early.is === 'none') return late.is === 'none' ? [] : fault
  if (early.is === 'known') return late.is === 'known' ? [] : fault // a narrower place is another word
  if (late.is === 'none') return early.orNone ? [] : fault
  if (late.is !== 'range' || (late.orNone && !early.orNone)) return fault
  return compare(early.low, late.low) <= 0 && compare(late.high, early.high) <= 0 ? [] : fault
}

/** Every rating of two readings, and the values of the given facts. */
export function readingFaults(early: Reading, late: Reading, values: readonly string[] = []): Faults {
  return [
    ...[...early.rulebook.models.keys()].flatMap(id => {
      const [before, after] = [early.rating(id), late.rating(id)]
      return before && after ? ratingFaults(before, after) : []
    }),
    ...values.flatMap(id => valueFaults(id, early.value(id), late.value(id))),
  ]
}
