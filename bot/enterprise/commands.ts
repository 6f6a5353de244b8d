// What a command or a recognised intent does. Commands come from the grammar, intents from the classifier; both end in the
// same acts.
import { text } from '../card.ts'
import type { Command, ForbiddenWish } from '../language/index.ts'
import { press } from '../press.ts'
import type { Turn } from '../turn-state.ts'
import { askVisit } from './apply.ts'
import { askAgain, backToSpot } from './carry-on.ts'
import { askDelete, askRestart, listConsents } from './data-rights.ts'
import { explainTerm, improve, sideAnswer, why } from './explain.ts'
import { exportData } from './export-data.ts'
import { showMatches, showPlans, showRating, showResults } from './results.ts'
import { back, review, skip } from './review.ts'
import { switchLanguage } from './start.ts'
import { calm, person, status } from './talk.ts'

/** Runs a command; false when it does not apply here. */
export function runCommand(turn: Turn, command: Command): boolean {
  const { pending } = turn.case
  switch (command.kind) {
    case 'delete-data':
      askDelete(turn)
      return true
    case 'withdraw-consent':
      listConsents(turn)
      return true
    case 'export-data':
      exportData(turn)
      return true
    case 'restart':
      askRestart(turn)
      return true
    case 'skip':
      if (pending?.kind !== 'ask') return false
      skip(turn, '*')
      return true
    case 'back':
      back(turn)
      return true
    case 'review':
      review(turn)
      return true
    case 'results':
      showResults(turn)
      return true
    case 'plan':
      showPlans(turn)
      backToSpot(turn)
      return true
    case 'why':
      why(turn)
      return true
    case 'help':
      help(turn)
      return true
    case 'human':
      person(turn)
      return true
    case 'pause':
      pause(turn)
      return true
    case 'resume':
      askAgain(turn, [text(turn.t('welcome-back'))])
      return true
    case 'language':
      switchLanguage(turn, command.language)
      return true
    case 'visit':
      askVisit(turn)
      return true
    case 'explain':
      explainTerm(turn, command.term)
      return true
    case 'forbidden':
      declineForbidden(turn, command.wish)
      return true
    default:
      return false
  }
}

export function help(turn: Turn): void {
  askAgain(turn, [text(turn.t('help'))])
}

export function pause(turn: Turn): void {
  turn.update({ paused: true })
  turn.say({ lines: [text(turn.t('paused'))], buttons: [[{ text: turn.t('button.go-on'), press: press('go') }]] })
}

/** Runs an intent the classifier is certain of; false when the talk has no act for it. */
export function runIntent(turn: Turn, intent: string): boolean {
  const answer = sideAnswer(turn, intent)
  if (answer) {
    askAgain(turn, answer)
    return true
  }
  switch (intent) {
    case 'view-score':
      showRating(turn)
      backToSpot(turn)
      return true
    case 'view-matches':
      showMatches(turn)
      backToSpot(turn)
      return true
    case 'view-answers':
      review(turn)
      return true
    case 'ask-why':
      why(turn)
      return true
    case 'ask-improve':
      improve(turn)
      return true
    case 'request-visit':
      askVisit(turn)
      return true
    case 'status':
      status(turn)
      backToSpot(turn)
      return true
    case 'insult':
      calm(turn)
      return true
    case 'repeat':
      askAgain(turn, [])
      return true
    case 'human':
      person(turn)
      return true
    case 'help':
      help(turn)
      return true
    case 'pause':
      pause(turn)
      return true
    default:
      return runCommandIntent(turn, intent)
  }
}

function runCommandIntent(turn: Turn, intent: string): boolean {
  if (intent === 'forbidden') {
    declineForbidden(turn)
    return true
  }
  if (intent === 'switch-language') {
    switchLanguage(turn, turn.language === 'zh' ? 'en' : 'zh')
    return true
  }
  if (intent === 'skip' || intent === 'back' || intent === 'restart') return runCommand(turn, { kind: intent })
  return false
}

/** Declines what no honest service does, with the honest way instead. */
function declineForbidden(turn: Turn, wish?: ForbiddenWish): void {
  turn.note('forbidden-wish', 'case', wish)
  askAgain(turn, [text(turn.t(wish ? `forbidden.${wish}` : 'forbidden'))])
}
