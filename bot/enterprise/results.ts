// The results: rating with reasons, matches in groups, and what the owner can do next. May be asked for at any time.
import { match } from '#matching'
import { type Button, type Line, text } from '../card.ts'
import { matchCard, refusalCard } from '../cards/matches.ts'
import { planCard } from '../cards/plan.ts'
import { ratingCard, ratingDetail } from '../cards/rating.ts'
import { press } from '../press.ts'
import { ratingsFor } from '../ratings.ts'
import type { Turn } from '../turn-state.ts'
import { seen } from './news.ts'
import { questionFor } from './question.ts'

const ratingsOf = (turn: Turn) => ratingsFor(turn.knowledge, turn.reading)

function nextButtons(turn: Turn): Button[][] {
  const question = questionFor(turn)
  return [
    ...(question
      ? [[{ text: turn.t('button.more-questions', { count: question.remaining }), press: press('go') }]]
      : []),
    [{ text: turn.t('button.plan'), press: press('pl'), style: 'primary' }],
    [
      { text: turn.t('button.visit'), press: press('vs') },
      { text: turn.t('button.review'), press: press('r') },
    ],
    [
      { text: turn.t('button.person'), press: press('h') },
      turn.case.news
        ? { text: turn.t('button.news-off'), press: press('nw', 'no') }
        : { text: turn.t('button.news'), press: press('nw', 'yes') },
    ],
  ]
}

/** Rating, matches and next steps. */
export function showResults(turn: Turn, before: readonly Line[] = []): void {
  turn.settle()
  turn.update({ shown: true, asked: 0 })
  seen(turn)
  const open = questionFor(turn)
  turn.say(ratingCard(turn, ratingsOf(turn)))
  turn.say(matchCard(turn, match(turn.knowledge.catalogue, turn.reading)))
  const what = open ? turn.t('results.open', { count: open.remaining }) : turn.t('results.final')
  turn.say({
    lines: [...before, text(what), text(turn.t('results.next'))],
    buttons: nextButtons(turn),
    note: turn.t('free'),
  })
}

export function showRating(turn: Turn): void {
  turn.say(ratingCard(turn, ratingsOf(turn)))
}

export function showRatingDetail(turn: Turn, model: string): void {
  const offered = turn.knowledge.script.ratings.flat().some(choice => choice.model === model)
  const rating = offered ? turn.reading.rating(model) : undefined
  if (rating) turn.say(ratingDetail(turn, rating))
}

export function showMatches(turn: Turn): void {
  turn.say(matchCard(turn, match(turn.knowledge.catalogue, turn.reading)))
}

export function showRefusals(turn: Turn): void {
  turn.say(refusalCard(turn, match(turn.knowledge.catalogue, turn.reading)))
}

export function showPlans(turn: Turn): void {
  turn.say(planCard(turn))
}
