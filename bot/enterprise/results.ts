// The results: rating with reasons, matches in groups, and what the owner can do next. May be asked for at any time.
import type { FactId } from '#engine'
import { match, type Outlook, possible } from '#matching'
import { type Button, field, head, type Line, text } from '../card.ts'
import { matchCard, refusalCard } from '../cards/matches.ts'
import { planCard, planSummary, shownPlans } from '../cards/plan.ts'
import { ratingCard, ratingDetail, ratingLine } from '../cards/rating.ts'
import { press } from '../press.ts'
import { ratingsFor } from '../ratings.ts'
import { title } from '../show.ts'
import type { Turn } from '../turn-state.ts'
import { seen } from './news.ts'
import { outlookFor } from './question.ts'

const ratingsOf = (turn: Turn) => ratingsFor(turn.knowledge, turn.reading)

const OPEN_NAMED = 4

/** The first few of what is still open, in words. */
function named(turn: Turn, facts: readonly FactId[]): string {
  const names = facts
    .slice(0, OPEN_NAMED)
    .map(fact => title(turn, fact))
    .join(turn.comma)
  return facts.length > OPEN_NAMED ? turn.t('list.and-more', { names, count: facts.length }) : names
}

/** Certain on proof; otherwise what is still open, and how much asking it would take. */
function certainty(turn: Turn, { settled, open, question }: Outlook): string {
  if (settled) return turn.t('results.final')
  return question?.decides
    ? turn.t('results.open', { facts: named(turn, open), count: question.remaining })
    : turn.t('results.skipped', { facts: named(turn, open) })
}

function moreButtons(turn: Turn, { question }: Outlook): Button[][] {
  const more = question?.decides ? 'button.more-questions' : 'button.sharpen'
  return question ? [[{ text: turn.t(more, { count: question.remaining }), press: press('go') }]] : []
}

const planButton = (turn: Turn): Button => ({ text: turn.t('button.plan'), press: press('pl'), style: 'primary' })

const lookButtons = (turn: Turn): Button[][] => [
  [planButton(turn), { text: turn.t('button.results-all'), press: press('x') }],
  [{ text: turn.t('button.visit'), press: press('vs') }],
]

function nextButtons(turn: Turn, outlook: Outlook): Button[][] {
  return [
    ...moreButtons(turn, outlook),
    [planButton(turn)],
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

/** The first, probable results in one short card: plans, ratings and counts in a line each; the whole on demand. */
export function showFirstResults(turn: Turn, before: readonly Line[]): void {
  turn.settle()
  turn.update({ shown: true, asked: 0, asking: 'no' })
  seen(turn)
  const outlook = outlookFor(turn)
  const found = possible(turn.knowledge.catalogue, turn.reading)
  const near = found.open.filter(one => !one.asks)
  turn.say({
    title: turn.t(outlook.settled ? 'results.title' : 'results.title-first'),
    lines: [
      ...before,
      ...planSummary(turn, outlook.settled),
      head(turn.t('rating.title')),
      ...ratingsOf(turn).map(rating => field(turn.w(rating.model.title), ratingLine(turn, rating))),
      text(turn.t('results.counts', { can: found.offers.length, open: near.length })),
      text(certainty(turn, outlook)),
    ],
    buttons: [...moreButtons(turn, outlook), ...lookButtons(turn)],
    note: turn.t('results.note'),
  })
}

/** Rating, matches, the probable or certain plans in a line each, and next steps. */
export function showResults(turn: Turn, before: readonly Line[] = []): void {
  turn.settle()
  turn.update({ shown: true, asked: 0, asking: 'no' })
  seen(turn)
  const outlook = outlookFor(turn)
  if (before.length > 0) turn.say({ lines: before })
  turn.say(ratingCard(turn, ratingsOf(turn)))
  turn.say(matchCard(turn, match(turn.knowledge.catalogue, turn.reading)))
  turn.say({
    lines: [...planSummary(turn, outlook.settled), text(certainty(turn, outlook)), text(turn.t('results.next'))],
    buttons: nextButtons(turn, outlook),
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
  const { settled } = outlookFor(turn)
  turn.say(planCard(turn, shownPlans(turn, settled), settled))
}
