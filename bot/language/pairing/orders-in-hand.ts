// Sums of orders and contracts that are not in hand: signed in a year that is past, delivered, taken in already, or not yet signed.
import { asksFor, type Scene, sentenceAround } from '../scene/scene.ts'
import type { Pair } from './pairing.ts'

const DELIVERED =
  /还没签|没签字|没签合同|待签|(?:都|全|全部|已经?)(?:做完|交完|交付|交了|做了|干完|完工|结清|发完|发了)|确认了?(?:的)?(?:收入)?|(?:[去前]年|上年|\d\d年)[^，。；]{0,4}(?:一共|总共)?签/
const IN_HAND = /在手|手[里上头]|没交|未交|没做完|没干完|没完工|没发|待交|待发|还有|未完|没完成|未履行|排产|排到|在做/
/** 去年签了 2000 万合同，确认收入 1300 万; 2300 万那个是合同额: what was signed once need not be in hand; nor is it where paid-in money was asked. */
export function isNoOrderInHand(scene: Scene, { anchor, mention }: Pair): boolean {
  if (asksFor(scene, 'equity')) return true
  if (asksFor(scene, 'orders')) return false
  const words = sentenceAround(scene, mention.start, 1)
  if (IN_HAND.test(words)) return false
  const said = scene.masked.slice(mention.end, anchor.end)
  return (
    DELIVERED.test(words) ||
    (anchor.start >= mention.end && /^(?:那个|这个|那|这)?都?是[^，。；\d]{0,4}合同/.test(said))
  )
}
