// A part told with its whole: 16 of our 40 people do R&D, 四十个里头十六个是研发. The part is read as if it stood behind the
// whole, where its own noun follows; the whole counts what the part is a part of.
import type { FactDefinition } from '#engine'
import { PART_OF_STAFF, type Role } from '../roles.ts'
import type { Assumption } from '../scene/assumption.ts'
import { CARRIED } from '../scene/assumption.ts'
import { factFor, roleOf, type Scene } from '../scene/scene.ts'
import type { Mention } from '../values/mention.ts'
import type { Pair } from './pairing.ts'

const OF =
  /^ ?(?:people |employees |staff |engineers |patents )?(?:out )?of (?:(?:our|the|all|about|around|its|my|these|those|a total of|total|some|roughly) )*$/
const NOUN_AFTER = /^ ?(?:[a-z&-]+ ){0,2}?(?:people|employees|staff|workers|patents|team|headcount|folks|guys|of us)\b/
const OUT_OF = /^ ?(?:[a-z&-]+ ){0,2}out of (?:(?:our|a total of|the|about) )?$/
const INSIDE = /^(?:人|员工)?(?:里头?|里面|当中|中间|之中)/
const NOUN_BEFORE_REACH = 9
const PART_REACH = 10
const PATENTS: ReadonlySet<Role> = new Set(['invention', 'utility', 'design'])

/** Each part of "16 of our 40 people" moved behind its whole. */
export function behindTheirWholes(scene: Scene, mentions: readonly Mention[]): readonly Mention[] {
  const { masked, signs } = scene
  return mentions
    .map((part, index) => {
      const whole = mentions[index + 1]
      if (!whole || !isPart(part, whole) || !OF.test(masked.slice(part.end, whole.start))) return part
      // R&D team of 16 out of 40 staff, 60 engineers out of 75 people: the part has a noun of its own
      if (signs.some(sign => sign.end <= part.start && part.start - sign.end <= NOUN_BEFORE_REACH)) return part
      if (signs.some(sign => sign.start >= part.start && sign.end <= whole.start && namesPart(scene, sign))) return part
      const noun = NOUN_AFTER.exec(masked.slice(whole.end, whole.end + 40))?.[0] ?? ''
      const end = whole.end + noun.length
      return { ...part, start: end, end }
    })
    .toSorted((a, b) => a.start - b.start)
}

const namesPart = (scene: Scene, { values }: Scene['signs'][number]): boolean =>
  values.some(value => value.is === 'fact' && wholeRole(scene, value.fact) !== undefined)

const counts = ({ kind, article, vague }: Mention): boolean =>
  (kind === 'count' || kind === 'number') && !article && !vague

const isPart = (part: Mention, whole: Mention): boolean => counts(part) && counts(whole) && part.high < whole.low

/** Whether a number only says of how many the next one is a part, with no noun of its own before it: 四十个里头十六个. */
export const isBareWhole = ({ masked }: Scene, found: Mention): boolean =>
  found.measure === '个' &&
  counts(found) &&
  INSIDE.test(masked.slice(found.end, found.end + 6)) &&
  /(?:^|[，,。；; ])$/.test(masked.slice(0, found.start))

/** 四十个里头 counts all of whom the sixteen that follow are some. */
export function wholeOf(scene: Scene, found: Mention, pairs: readonly Pair[]): Assumption | undefined {
  const before = pairs.findLast(pair => pair.mention.end <= found.start)
  const ofBefore =
    before?.fact && OUT_OF.test(scene.masked.slice(before.mention.end, found.start)) && isPart(before.mention, found)
  const role = ofBefore && before.fact ? wholeRole(scene, before.fact) : undefined
  if (role) return [factFor(scene, role), CARRIED, 'the whole of which a part is told']
  if (!counts(found) || !INSIDE.test(scene.masked.slice(found.end, found.end + 6))) return undefined
  const part = pairs.find(
    pair =>
      pair.mention.start >= found.end && pair.mention.start - found.end <= PART_REACH && isPart(pair.mention, found),
  )
  const whole = part?.fact && wholeRole(scene, part.fact)
  return whole && [factFor(scene, whole), CARRIED, 'the whole of which a part is told']
}

function wholeRole(scene: Scene, part: FactDefinition): Role | undefined {
  const role = roleOf(scene, part)
  if (role === undefined) return undefined
  return PART_OF_STAFF.has(role) ? 'headcount' : PATENTS.has(role) ? 'patents' : undefined
}
