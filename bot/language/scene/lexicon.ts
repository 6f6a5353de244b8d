// Everything the extractor searches a text for, compiled once from the facts and the list of regions.
import { type FactDefinition, type FactId, isNumeric } from '#engine'
import { buildGazetteer, type Gazetteer, type RegionEntry } from '../names/gazetteer.ts'
import { type Cast, castOf, type Role } from '../roles.ts'
import { lower, normalise } from '../text/normalise.ts'
import { buildTrie, type Trie } from '../text/trie.ts'
import { BESIDE_A_VALUE } from './beside-a-value.ts'
import { DECOYS, type Decoy } from './decoys.ts'

/** What a stretch of text can stand for. */
export type Sign =
  /** a fact's name; `weak` ones count only beside a value */
  | { readonly is: 'fact'; readonly fact: FactDefinition; readonly weak: boolean }
  /** a counting phrase that names the fact: 个发明专利 */
  | { readonly is: 'measure'; readonly fact: FactDefinition }
  | { readonly is: 'option'; readonly fact: FactDefinition; readonly option: string }
  | { readonly is: 'decoy'; readonly decoy: Decoy }

export interface Lexicon {
  readonly facts: ReadonlyMap<FactId, FactDefinition>
  readonly signs: Trie<Sign>
  readonly gazetteer: Gazetteer
  readonly cast: Cast
  /** money ↔ percent: 研发投入 8% is the share, 研发占比 200 万 the sum */
  readonly twins: ReadonlyMap<FactId, FactDefinition>
}

/** Periods are read by grammar, so as bare words they name no fact. */
const BARE_PERIOD = /^(?:前年|大前年|三年前|前一年|the year before|year before last|two years before|three years ago)$/

/** Compiles the vocabulary. Facts and regions come from data files; nothing here knows their number. */
export function prepare(facts: readonly FactDefinition[], regions: readonly RegionEntry[]): Lexicon {
  const byId = new Map(facts.map(fact => [fact.id, fact]))
  const cast = castOf(facts)
  return {
    facts: byId,
    signs: buildTrie([...facts.flatMap(signsOf), ...besideValues(cast), ...decoys()]),
    gazetteer: buildGazetteer(regions),
    cast,
    twins: twinsOf(facts, byId),
  }
}

const written = (word: string): string => lower(normalise(word))

function signsOf(fact: FactDefinition): [string, Sign][] {
  const signs: [string, Sign][] = []
  const sayings = [...fact.says.zh, ...fact.says.en].filter(word => !BARE_PERIOD.test(word))
  const name: Sign = { is: 'fact', fact, weak: false }
  for (const word of sayings) signs.push([written(word), name])
  const measure: Sign = { is: 'measure', fact }
  for (const word of fact.measure) signs.push([written(word), measure])
  for (const [option, { says }] of Object.entries(fact.options ?? {})) {
    const sign: Sign = { is: 'option', fact, option }
    for (const word of [...says.zh, ...says.en]) signs.push([written(word), sign])
  }
  return signs
}

function besideValues({ byRole }: Cast): [string, Sign][] {
  const signs: [string, Sign][] = []
  for (const [role, words] of Object.entries(BESIDE_A_VALUE) as [Role, readonly string[]][]) {
    const fact = byRole.get(role)
    if (!fact) continue
    const said = new Set([...fact.says.zh, ...fact.says.en].map(written))
    const sign: Sign = { is: 'fact', fact, weak: true }
    for (const word of words) if (!said.has(word)) signs.push([word, sign])
  }
  return signs
}

function decoys(): [string, Sign][] {
  return DECOYS.flatMap(([decoy, words]) => {
    const sign: Sign = { is: 'decoy', decoy }
    return words.map((word): [string, Sign] => [word, sign])
  })
}

/** A share that is derived as the ratio of two sums belongs with the first of them. */
function twinsOf(
  facts: readonly FactDefinition[],
  byId: ReadonlyMap<FactId, FactDefinition>,
): ReadonlyMap<FactId, FactDefinition> {
  const twins = new Map<FactId, FactDefinition>()
  for (const fact of facts) {
    if (fact.type !== 'percent') continue
    const sum = byId.get(numeratorOf(fact) ?? '')
    if (!sum || !isNumeric(sum.type)) continue
    twins.set(sum.id, fact)
    twins.set(fact.id, sum)
  }
  return twins
}

function numeratorOf(fact: FactDefinition): FactId | undefined {
  for (const rule of fact.derive) {
    if (typeof rule !== 'object' || rule === null || !('ratio' in rule)) continue
    const { ratio } = rule
    if (Array.isArray(ratio) && typeof ratio[0] === 'string') return ratio[0]
  }
  return undefined
}
