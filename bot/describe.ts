// The same cards without a conversation: what a rating or a match of given answers looks like, for the command line.
import type { Dossier, Language, Rating, Reading } from '#engine'
import { type Match, match, type Plans } from '#matching'
import type { Card } from './card.ts'
import { matchCard, refusalCard } from './cards/matches.ts'
import { planCard } from './cards/plan.ts'
import { ratingCard, ratingDetail } from './cards/rating.ts'
import { newCase } from './case.ts'
import type { Knowledge } from './knowledge.ts'
import { ratingsFor } from './ratings.ts'
import { openTurn, type Turn } from './turn-state.ts'

export interface Description {
  readonly reading: Reading
  readonly ratings: readonly Rating[]
  readonly match: Match
  readonly ratingCards: readonly Card[]
  readonly matchCards: readonly Card[]
}

/** Plans for given answers in full, as the talk would show them. */
export function describePlans(
  knowledge: Knowledge,
  answers: Dossier,
  at: string,
  language: Language,
  plans: Plans,
): Card {
  return planCard(turnOf(knowledge, answers, at, language), plans, false)
}

function turnOf(knowledge: Knowledge, answers: Dossier, at: string, language: Language): Turn {
  const start = { ...newCase('describe', at), answers, language }
  return openTurn(knowledge, start, { eventId: 'describe', at, from: { kind: 'enterprise' }, kind: 'open' }).turn
}

/** Rates and matches answers on an instant's day and describes both in one language. */
export function describe(knowledge: Knowledge, answers: Dossier, at: string, language: Language): Description {
  const turn = turnOf(knowledge, answers, at, language)
  const ratings = ratingsFor(knowledge, turn.reading)
  const found = match(knowledge.catalogue, turn.reading)
  return {
    reading: turn.reading,
    ratings,
    match: found,
    ratingCards: [ratingCard(turn, ratings), ...ratings.map(rating => ratingDetail(turn, rating))],
    matchCards: [matchCard(turn, found), refusalCard(turn, found)],
  }
}
