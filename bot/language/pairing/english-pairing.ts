// What may stand in English between a noun and its number without parting them.
import type { Mention } from '../values/mention.ts'

/** 12 of them in R&D, 14 of our 60 employees do R&D: what stands between only says of whom. */
export const OF_WHOM =
  /^ ?(?:(?:of|out of) (?:which|them|these|those|whom|us|our|the|a)\b)?(?: ?(?:total|\d{1,5}(?!\d)|people|employees|staff|team))*,? ?(?:(?:who )?(?:are|is|were|work|working|hold|have|with|serve|being)\b)? ?(?:in|on|as)? ?$/

/** 5 granted invention patents, 26 full-time staff */
export const OF_WHAT_KIND =
  /^ (?:granted|registered|valid|authori[sz]ed|active|full-time|chinese|national|core|own|sw|software) (?:national )?$/

/** interest no higher than 4.5 %: nothing stands between but how roughly it is meant. */
export const HEDGES_ONLY =
  /^(?: (?:no higher than|no more than|not over|not above|at most|under|below|within|around|about|roughly|up to|of|at|is|was|should be|must be|has to be|must stay|to be|max|last year|this year|the year before|in 20\d\d|spending|spend|cost|costs|expenses|we|spent|only|just|now|currently|team|staff))+ $/

/** 3 invention / 10 utility: a noun right behind its number. */
export const isCountedInEnglish = (text: string, mention: Mention, anchor: { readonly start: number }): boolean =>
  anchor.start === mention.end + 1 && mention.kind === 'number' && /^ [a-z]/.test(text.slice(mention.end))
