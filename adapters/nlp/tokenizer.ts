// Turns an utterance into features. Chinese: the dictionary words of Intl.Segmenter beside one- and two-character pieces;
// English: words, word pairs and word beginnings. The library's own Chinese pieces (pinyin syllables) are not used.
import type { Language } from '#engine'

/** A text longer than this is cut: nobody needs more to ask something, and the work stays bounded. */
export const TEXT_MAX = 200

/** Part of the key of a stored model: raise it when the features of a text or their weights change. */
export const FEATURES_VERSION = 1

/** The first letters of a longer English word stand for its whole family: apply, applying, application. */
const PREFIX_LETTERS = 4

const zhSegmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Chinese characters decide for Chinese, Latin letters for English; a bare number follows the conversation. */
export function languageOf(text: string, session: Language): Language {
  if (/\p{Script=Han}/u.test(text)) return 'zh'
  return /\p{Script=Latin}/u.test(text) ? 'en' : session
}

/** Width and case aside. Every number becomes `0`, for amounts are the grammar's business; `啊啊啊啊啊啊` becomes `啊啊啊`. */
export function normalize(text: string): string {
  return text
    .slice(0, TEXT_MAX)
    .normalize('NFKC')
    .slice(0, TEXT_MAX)
    .toLowerCase()
    .replace(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu, '0')
    .replace(/(.)\1{3,}/gu, '$1$1$1')
}

/** One Han character, one word or number of another script, one question or exclamation mark. */
function pieces(text: string): readonly string[] {
  return text.match(/\p{Script=Han}|[^\P{L}\p{Script=Han}]+(?:'\p{L}+)?|\p{N}+|[?!]/gu) ?? []
}

/** Neighbours, with the ends of the text marked: `退出` alone says something else than `退出` in the middle. */
function pairs(list: readonly string[]): readonly string[] {
  const framed = ['^', ...list, '$']
  return framed.slice(1).map((piece, index) => `${framed[index]} ${piece}`)
}

function words(text: string): readonly string[] {
  const found: string[] = []
  for (const { segment, isWordLike } of zhSegmenter.segment(text)) {
    if (isWordLike && segment.length > 1) found.push(`w ${segment}`)
  }
  return found
}

function prefixes(list: readonly string[]): readonly string[] {
  return list.filter(word => word.length > PREFIX_LETTERS).map(word => `p ${word.slice(0, PREFIX_LETTERS)}`)
}

/** The features of a text; the same one may come twice. */
export function tokenize(text: string, language: Language): readonly string[] {
  const clean = normalize(text)
  const list = pieces(clean)
  const extra = language === 'zh' ? words(clean) : prefixes(list)
  return list.length === 0 ? [] : [...extra, ...list, ...pairs(list)]
}
