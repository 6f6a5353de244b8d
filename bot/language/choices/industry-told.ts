// The trade of an answer that names two: who sells in bulk is a wholesaler whatever it is (批发五金的), and software for a trade is
// software.
import { OPEN } from './lists-told.ts'

const WHOLESALE = /^(?:我们?|公司|就?是|主要|专门|做|搞|在|[，, ])*(?:批发|经销|分销)(?!商|价)[一-龥]{1,8}/
const SOFTWARE =
  /^(?:we (?:make|do|build|sell|write|are|run) |we're |it's )?(?:an? )?(?:[a-z-]+ ){0,2}(?:saas|software|apps?|platforms?)(?: [a-z]+)? for \b/

/** 卖饲料的: a maker's word and a shop's. */
const SELLS = /^(?:我们?|公司|就?是|主要|专门|[，, ])*卖(?!给|得|软件|保险|房|不)[一-龥]{1,6}?(?:的|吧|呢)*[。.]?$/

/** The trade, where the head of the answer settles it. */
export function industryTold(text: string): string | undefined {
  if (WHOLESALE.test(text)) return 'wholesale'
  if (SELLS.test(text) && !/批发|零售|店|摊/.test(text)) return OPEN
  return SOFTWARE.test(text) ? 'software' : undefined
}
