// A button of the enterprise. Buttons of earlier questions still answer their own fact; those that fit nothing any more
// say so and show where we are.
import { reachable } from '../bank/acts/unreachable.ts'
import { listStandby } from '../bank/standby.ts'
import { text } from '../card.ts'
import { chosenOptions, questionCard } from '../cards/question.ts'
import { type Press, readPress } from '../press.ts'
import { choosePaper } from '../relay/paper.ts'
import { may, rightOfPress } from '../rights.ts'
import { askOtherTimes, callOff, chooseTime, confirmTime } from '../service/booking.ts'
import { moreTime, stepDone } from '../service/follow-through.ts'
import type { Turn } from '../turn-state.ts'
import { apply, applyAt, applyStandby, askVisit, showProduct } from './apply.ts'
import { askAgain, carryOn, goOn } from './carry-on.ts'
import { help, runIntent } from './commands.ts'
import { giveConsent, refuseConsent, showConsent, toggleField } from './consent.ts'
import { contradiction } from './contradiction.ts'
import { askDelete, askRestart, deleteAll, keep, listConsents, restart, withdraw } from './data-rights.ts'
import { why } from './explain.ts'
import { exportData } from './export-data.ts'
import { beQuiet, recordFeedback } from './follow-up.ts'
import { askNews, stopNews } from './news.ts'
import { dropPage, keepPage } from './paste.ts'
import { declinePreOffer } from './pre-offer.ts'
import { askDoubt } from './question.ts'
import { answerQuick, askOneOf } from './read-asked.ts'
import { conflictLines, echo, store } from './record.ts'
import { showPlans, showRatingDetail, showRefusals, showResults } from './results.ts'
import { back, change, listOptions, review, skip } from './review.ts'
import { chooseReading, type Handled, noneOfThese, otherIsWrong, stale } from './settle.ts'
import { greet, switchLanguage } from './start.ts'
import { endReply, person, startReply, status } from './talk.ts'

/** An option button: yes, no, or one option of a choice. */
function answer(turn: Turn, id: string, option: string): void {
  const fact = turn.knowledge.rulebook.facts.get(id)
  const value =
    fact?.type === 'flag'
      ? option === 'yes'
        ? true
        : option === 'no'
          ? false
          : undefined
      : fact?.options && Object.hasOwn(fact.options, option)
        ? option
        : undefined
  if (!fact || value === undefined) return stale(turn)
  const against = contradiction(turn, fact, value)
  if (against)
    return askDoubt(turn, conflictLines(turn, fact, value, against), [
      { fact: id, choices: [value], against: against.other },
    ])
  store(turn, id, value)
  carryOn(turn, echo(turn, [id]))
}

/** Ticks one of several options; the answer counts when "选好了" is pressed. */
function toggle(turn: Turn, id: string, option: string): void {
  const fact = turn.knowledge.rulebook.facts.get(id)
  if (fact?.type !== 'choices' || !fact.options || !Object.hasOwn(fact.options, option)) return stale(turn)
  const chosen = chosenOptions(turn.case, id)
  const value = chosen.includes(option) ? chosen.filter(one => one !== option) : [...chosen, option]
  store(turn, id, value)
  const { pending } = turn.case
  const slot = pending?.kind === 'ask' && pending.facts.includes(id) ? pending.slot : undefined
  turn.say(questionCard(turn, [], [id]), slot)
}

function chosen(turn: Turn, id: string): void {
  if (chosenOptions(turn.case, id).length === 0) return askAgain(turn, [text(turn.t('choose-one'))])
  carryOn(turn, echo(turn, [id]))
}

/** A ready answer; the script may have changed since the button was shown. */
function quick(turn: Turn, id: string, index: string): void {
  if (!answerQuick(turn, id, Number(index))) stale(turn)
}

/** From now on one question at a time, each with buttons; the talk stays where it is. */
function singly(turn: Turn): void {
  turn.update({ singly: true })
  if (!askOneOf(turn, [])) carryOn(turn)
}

/** Consent and deletion count only while they are what is waited for. */
function settle(turn: Turn, kind: 'consent' | 'delete' | 'restart', act: () => void): void {
  if (turn.case.pending?.kind === kind) act()
  else stale(turn)
}

/** A yes or no on the card of another receiver is none to this one. Cards of earlier versions name nobody. */
function decide(turn: Turn, receiver: string, act: () => void): void {
  const { pending } = turn.case
  const other = pending?.kind === 'consent' && receiver !== '' && receiver !== pending.receiver
  settle(turn, 'consent', other ? () => showConsent(turn, [text(turn.t('consent.other-card'))]) : act)
}

type Act = (turn: Turn, first: string, second: string, third: string) => void

const ACTS: Partial<Record<Press['verb'], Act>> = {
  a: answer,
  m: toggle,
  md: chosen,
  ls: listOptions,
  k: quick,
  o: singly,
  v: (turn, index) => chooseReading(turn, Number(index)),
  vn: noneOfThese,
  vo: otherIsWrong,
  py: keepPage,
  pn: dropPage,
  s: skip,
  e: change,
  b: back,
  r: review,
  x: turn => showResults(turn),
  xr: showRefusals,
  pl: showPlans,
  w: why,
  go: goOn,
  q: help,
  h: turn => person(turn),
  lang: switchLanguage,
  i: (turn, intent) => (runIntent(turn, intent) ? undefined : stale(turn)),
  p: showProduct,
  ap: apply,
  to: applyAt,
  sc: showRatingDetail,
  ct: toggleField,
  cy: (turn, receiver) => decide(turn, receiver, () => giveConsent(turn)),
  cn: (turn, receiver) => decide(turn, receiver, () => refuseConsent(turn)),
  vs: (turn, by) => askVisit(turn, [], by || undefined),
  vc: confirmTime,
  vm: askOtherTimes,
  vt: chooseTime,
  vx: callOff,
  vd: stepDone,
  vl: moreTime,
  st: status,
  rp: startReply,
  te: endReply,
  fl: (turn, id) => (choosePaper(turn, id) ? undefined : stale(turn)),
  fn: turn => (choosePaper(turn) ? undefined : stale(turn)),
  rv: listConsents,
  sl: listStandby,
  sb: applyStandby,
  lr: reachable,
  fb: recordFeedback,
  qt: beQuiet,
  nw: (turn, wish, product) =>
    wish === 'yes' ? askNews(turn) : wish === 'not' ? declinePreOffer(turn, product) : stopNews(turn),
  wd: withdraw,
  ex: exportData,
  dd: askDelete,
  dn: turn => settle(turn, 'delete', () => keep(turn)),
  rs: askRestart,
  ry: turn => settle(turn, 'restart', () => restart(turn)),
  rn: turn => settle(turn, 'restart', () => keep(turn)),
}

/** Handles one button of the enterprise. */
export function handlePress(turn: Turn, written: string): Handled {
  if (!turn.case.greeted) greet(turn)
  turn.update({ paused: false, failures: 0 })
  const found = readPress(written)
  // a button of somebody else's card, or of none
  if (!found || !may(['company'], rightOfPress(written) ?? '')) {
    stale(turn)
    return 'done'
  }
  if (found.verb === 'dy') {
    if (turn.case.pending?.kind !== 'delete') {
      stale(turn)
      return 'done'
    }
    deleteAll(turn)
    return 'erase'
  }
  const act = ACTS[found.verb]
  if (act) act(turn, found.args[0] ?? '', found.args[1] ?? '', found.args[2] ?? '')
  else stale(turn)
  return 'done'
}
