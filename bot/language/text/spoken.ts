// Which language somebody has gone over to in the middle of a talk. Only a whole sentence counts: a name, a term or a number
// in the other language changes nothing.
import type { Language } from '#engine'

const ENGLISH_WORDS_MIN = 4
const HAN_MIN = 5
const ENGLISH_SENTENCE =
  /\b(?:the|an?|is|are|was|we|our|i|my|you|your|it|what|how|which|why|who|can|could|do|does|did|have|has|about|please|want|need)\b/i
const CHINESE_SENTENCE = /[的了吗呢吧是我您你们想要不没就还]|多少|怎么|什么|大概|左右/

/** The language of a sentence; undefined for anything shorter, mixed, or without the small words of a sentence. */
export function sentenceLanguage(text: string): Language | undefined {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = text.match(/[A-Za-z]{2,}/g)?.length ?? 0
  if (han === 0) return words >= ENGLISH_WORDS_MIN && ENGLISH_SENTENCE.test(text) ? 'en' : undefined
  return words === 0 && han >= HAN_MIN && CHINESE_SENTENCE.test(text) ? 'zh' : undefined
}
