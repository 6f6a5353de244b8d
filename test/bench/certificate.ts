// The clairvoyant minimum: the fewest facts that, with their true values, already prove grade and first plans. Exact, by
// implicit hitting sets: every set of facts that proves nothing yields a cut (one of what is left must be told), and HiGHS
// finds the smallest set that meets all cuts, until that set proves everything.
import highsLoader from 'highs'
import { type Dossier, type FactId, judge, type Reading, read } from '#engine'
import { isSettled, match, prospectOf } from '#matching'
import type { Setting } from './question-walk.ts'

export type Highs = Awaited<ReturnType<typeof highsLoader.default>>
/** Starts HiGHS. Its types describe a CommonJS module, its code is an ES module whose default is the loader itself. */
export const loadHighs = (): Promise<Highs> => (highsLoader as unknown as typeof highsLoader.default)()

export interface Certificate {
  readonly facts: readonly FactId[]
  /** sets that HiGHS had to find */
  readonly rounds: number
}

const ROUNDS_MAX = 2_000

/** The smallest set that meets every cut. */
function smallestMeeting(highs: Highs, cuts: readonly (readonly FactId[])[]): FactId[] {
  const names = [...new Set(cuts.flat())]
  const column = new Map(names.map((fact, index) => [fact, `x${index}`]))
  const rows = cuts.map((cut, index) => ` c${index}: ${cut.map(fact => column.get(fact)).join(' + ')} >= 1`)
  const program = `Minimize\n obj: ${[...column.values()].join(' + ')}\nSubject To\n${rows.join('\n')}\nBinary\n ${[...column.values()].join(' ')}\nEnd\n`
  const solution = highs.solve(program)
  if (solution.Status !== 'Optimal') throw new Error(`HiGHS: ${solution.Status}`)
  return names.filter(fact => Math.round(Number(solution.Columns[column.get(fact) ?? '']?.Primal ?? 0)) === 1)
}

/** Sets of facts of which, most likely, one has to be told: what an open rating or an open product of the best plans lacks. */
function guesses({ catalogue, models }: Setting, reading: Reading): (readonly FactId[])[] {
  const found = match(catalogue, reading)
  const { hanging, figures } = prospectOf(catalogue, reading, found)
  return [
    ...[...hanging].map(product => [
      ...judge(product.eligible, reading).lacks,
      ...(product.serves ? judge(product.serves, reading).lacks : []),
    ]),
    ...figures.map(fact => [fact]),
    ...models(reading).flatMap(id => {
      const rating = reading.rating(id)
      return rating ? [rating.lacks] : []
    }),
  ].filter(set => set.length > 0)
}

/** The exact minimum for one company; `known` is told beforehand and not counted. */
export function certificateOf(
  highs: Highs,
  setting: Setting,
  truth: Dossier,
  rulebook: Reading['rulebook'],
): Certificate {
  const { catalogue, models, today } = setting
  const known = catalogue.need.always
  const universe = Object.keys(truth).filter(fact => !known.includes(fact))
  const reading = (facts: Iterable<FactId>) =>
    read(
      rulebook,
      Object.fromEntries([...known, ...facts].flatMap(fact => (truth[fact] ? [[fact, truth[fact]]] : []))),
      today,
    )
  const proves = (facts: Iterable<FactId>) => {
    const told = reading(facts)
    return isSettled(catalogue, told, models(told))
  }

  /** A smallest set that must be met, below a guessed one when the guess holds, else below all that is left. */
  function cutBelow(told: ReadonlySet<FactId>): readonly FactId[] {
    const rest = universe.filter(fact => !told.has(fact))
    const without = (set: readonly FactId[]) => universe.filter(fact => !set.includes(fact))
    let cut =
      guesses(setting, reading(told))
        .map(set => set.filter(fact => !told.has(fact)))
        .find(set => set.length > 0 && !proves(without(set))) ?? rest
    for (const fact of [...cut]) {
      const less = cut.filter(other => other !== fact)
      if (less.length > 0 && !proves(without(less))) cut = less
    }
    return cut
  }

  const cuts: (readonly FactId[])[] = []
  for (let round = 1; round <= ROUNDS_MAX; round++) {
    const chosen = cuts.length === 0 ? [] : smallestMeeting(highs, cuts)
    const told = new Set(chosen)
    if (proves(told)) return { facts: chosen, rounds: round }
    // several cuts that share no fact, for one solution
    while (!proves(told)) {
      const cut = cutBelow(told)
      cuts.push(cut)
      for (const fact of cut) told.add(fact)
    }
  }
  throw new Error(`no smallest proof within ${ROUNDS_MAX} rounds`)
}
