// The park a company is in, named after its place: 合肥高新区, 福州软件园, 汉川经济开发区. A park of the list is found by its own
// sayings; what the list does not name is another park, but only behind a place that is the company's own.
import { PARK_AFTER } from '../names/park-words.ts'
import { isElsewhere } from '../names/place-words.ts'
import type { RegionFound } from '../names/regions.ts'
import type { Found } from '../scene/found.ts'
import { polarityOf } from '../scene/polarity.ts'
import { clauseOf, factFor, isPlanned, roleOf, type Scene } from '../scene/scene.ts'

const OTHER = 'other'
const CONFIDENCE = 0.85
const REACH = 20
const BEFORE_REACH = 12
/** 高新 alone may begin 高新企业. */
const NO_PARK_AFTER = /^(?:企业|技术企业|产品|领域|认定|收入)/

const ADDRESS_BEFORE = /地址[是在:：]? ?$/

/** The park right behind the place that the message gives as the company's. */
export function readPark(scene: Scene, own: RegionFound | undefined): Found | undefined {
  const fact = factFor(scene, 'park')
  if (!fact || !own || named(scene)) return undefined
  const after = scene.masked.slice(own.end, own.end + REACH)
  const match = PARK_AFTER.exec(after)
  const clause = clauseOf(scene, own.start)
  if (!match || NO_PARK_AFTER.test(after.slice(match[0].length)) || clause?.question || isPlanned(scene, own.start))
    return undefined
  const before = scene.masked.slice(Math.max(0, own.start - BEFORE_REACH), own.start)
  const end = own.end + match[0].length
  // where to come is not where it is registered
  if (ADDRESS_BEFORE.test(before) && !/注册|执照/.test(before)) return undefined
  if (isElsewhere(before, scene.masked.slice(end, end + REACH))) return undefined
  if (polarityOf(scene, own.start, end, fact) !== 'affirmed') return undefined
  const place = scene.text.slice(own.start, own.end).replace(/[省市区县]$/, '')
  // 济南市高新区 is a park of the list, said a little otherwise
  const listed = /^高新/.test(match[1] ?? '')
    ? Object.entries(fact.options ?? {}).find(([, { title }]) => title.zh.includes(place) && title.zh.includes('高新'))
    : undefined
  return {
    fact: fact.id,
    value: listed?.[0] ?? OTHER,
    confidence: CONFIDENCE,
    approximate: false,
    why: `«${scene.text.slice(own.start, end)}»`,
    span: [own.start, end],
  }
}

/** Whether a park of the list is named anywhere, or none. */
const named = (scene: Scene): boolean =>
  scene.signs.some(sign =>
    sign.values.some(value => value.is === 'option' && value.option !== OTHER && roleOf(scene, value.fact) === 'park'),
  )
