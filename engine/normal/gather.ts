// Gathers what conditions look at and every limit they set, and makes the columns: few codes each, so that a set of codes is
// one word and telling two limits apart costs a bit.
import type { Limit, Subject, Test } from '../condition.ts'
import { subtreeOf } from '../division.ts'
import { shapeKey } from '../shape.ts'
import { CODES_MAX, type Column, type Cut, type Watched } from './form.ts'

/** Limits a column keeps apart. More go into a further column, because a leaf costs as much as its column has codes. */
const LIMITS_PER_COLUMN = 14
const FLAG: readonly string[] = ['true', 'false']

interface Gathered {
  readonly index: number
  readonly cuts: Map<string, Cut>
  readonly options: Set<string>
  readonly places: Set<string>
  readonly choices: Set<string>
}

/** A name that two subjects share only when they look at the same. */
export function watchedOf(subject: Subject): Watched {
  if (subject.kind === 'quantity') {
    const { expression } = subject
    const { shape } = expression
    const fact = shape.is === 'fact' ? shape.fact : undefined
    return { is: 'quantity', key: shapeKey(shape), expression, fact, itself: fact ? [fact.id] : [] }
  }
  if (subject.kind === 'fact') {
    const { fact } = subject
    return { is: 'word', key: `word ${fact.id}`, fact, itself: [fact.id] }
  }
  return { is: subject.kind, key: `${subject.kind} ${subject.model}`, model: subject.model, itself: [] }
}

/** The same for tests that want the same of the same, whatever they are called and wherever they stand. */
export const testKey = ({ subject, limit }: Test): string => `${watchedOf(subject).key} ${JSON.stringify(limit)}`

/** The cut that a comparison turns on. */
export function cutOf(limit: Extract<Limit, { value: number }>): Cut {
  return { value: limit.value, above: limit.op === 'above' || limit.op === 'atMost' }
}
const cutKey = ({ value, above }: Cut): string => `${value}${above ? '+' : ''}`

function add(into: Gathered, { subject, limit }: Test): void {
  switch (limit.op) {
    case 'is':
      for (const option of FLAG) into.options.add(option)
      return
    case 'oneOf':
    case 'noneOf':
      if (subject.kind === 'fact' && subject.fact.type === 'choices')
        for (const option of limit.options) into.choices.add(option)
      else for (const option of limit.options) into.options.add(option)
      return
    case 'within':
    case 'outside':
      for (const code of limit.codes) into.places.add(subtreeOf(code))
      return
    default:
      into.cuts.set(cutKey(cutOf(limit)), cutOf(limit))
  }
}

function* chunks<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size)
}

function* columnsOf(watched: Watched, { index, ...limits }: Gathered): Generator<Column> {
  const cuts = [...limits.cuts.values()].sort((a, b) => a.value - b.value || Number(a.above) - Number(b.above))
  const named = (list: readonly string[]) => `${watched.key}: ${list.join(' ')}`
  for (const chunk of chunks(cuts, LIMITS_PER_COLUMN))
    yield { is: 'cuts', watched: index, key: named(chunk.map(cutKey)), cuts: chunk }
  // grades may be known in part, so the options of one rating must stay together
  const size = watched.is === 'grade' ? CODES_MAX - 1 : LIMITS_PER_COLUMN
  if (watched.is === 'grade' && limits.options.size > size) throw new RangeError(`more than ${size} grades`)
  for (const chunk of chunks([...limits.options].sort(), size))
    yield { is: 'options', watched: index, key: named(chunk), options: chunk }
  for (const chunk of chunks([...limits.places].sort(), LIMITS_PER_COLUMN))
    yield { is: 'places', watched: index, key: named(chunk), places: chunk }
  for (const chunk of chunks([...limits.choices].sort(), CODES_MAX))
    yield { is: 'choices', watched: index, key: named(chunk), options: chunk }
}

/** What these tests look at, and columns that can tell all their limits apart. */
export function gather(tests: readonly Test[]): {
  readonly watched: readonly Watched[]
  readonly columns: readonly Column[]
} {
  const found = new Map<string, { watched: Watched; limits: Gathered }>()
  for (const test of tests) {
    const watched = watchedOf(test.subject)
    const known = found.get(watched.key) ?? {
      watched,
      limits: { index: found.size, cuts: new Map(), options: new Set(), places: new Set(), choices: new Set() },
    }
    found.set(watched.key, known)
    add(known.limits, test)
  }
  return {
    watched: [...found.values()].map(one => one.watched),
    columns: [...found.values()].flatMap(one => [...columnsOf(one.watched, one.limits)]),
  }
}
