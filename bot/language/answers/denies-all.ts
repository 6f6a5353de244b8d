// A bare denial, which answers every yes-or-no question that was asked together.
import { lower, normalise } from '../text/normalise.ts'

const DENIAL =
  /^(?:这些|上面(?:这些)?|以上|上述|我们?|公司)?(?:都|全都?|统统|一个|一项|啥|什么)?(?:也|都)?(?:没有?|无|木有|么得)(?:过|的|了|啦|啊|呢|哈|呀|都没有?|这些|这种事)*$|^(?:none|nothing|no(?:neof(?:them|these|that|those))?|neither|nope)$/
const TAIL = /[\s。.！!，,~～]+$/

/** Whether a text says "none of these" and nothing else. */
export function deniesAll(raw: string): boolean {
  return DENIAL.test(
    lower(normalise(raw))
      .replace(TAIL, '')
      .replace(/[，,\s]/g, ''),
  )
}
