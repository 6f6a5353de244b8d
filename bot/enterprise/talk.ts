// The owner's side of a talk with a bank, the state of everything under way, and a person when one is wanted.
import { isOpen as leadIsOpen } from '../bank/lead.ts'
import { type Button, field, head, type Line, text } from '../card.ts'
import type { Lead } from '../case.ts'
import { press } from '../press.ts'
import { toDesk } from '../relay/carry.ts'
import { endTalk, refuseEnterprise, resumeTalk } from '../relay/end.ts'
import { seenText } from '../relay/read-state.ts'
import { findThread, leadThread, obstacleOf, openThreads, visitThread } from '../relay/thread.ts'
import { visitTime } from '../service/visit-text.ts'
import { deskName } from '../show.ts'
import { clockInChina, clockText, forDesk, type Turn } from '../turn-state.ts'
import { askAgain } from './carry-on.ts'

/** The next text goes to whoever has this lead or visit. Who had ended the talk begins it again. */
export function startReply(turn: Turn, id: string): void {
  const found = findThread(turn, id)
  if (!found) return turn.say({ lines: [text(turn.t('reply.closed'))] })
  if (resumeTalk(turn, found, 'enterprise'))
    turn.post(found.desk, found.id, { lines: [text(forDesk(turn).t('talk.resumed-by-enterprise'))] })
  const thread = findThread(turn, id) ?? found
  const why = obstacleOf(thread)
  if (why) return refuseEnterprise(turn, thread, why)
  turn.update({ pending: { kind: 'reply', lead: id } })
  turn.say({ lines: [text(turn.t('reply.now', { receiver: deskName(turn, thread.desk) }))] })
}

/** Carries the owner's words into the thread, as they are. */
export function relay(turn: Turn, id: string, words: string): void {
  const thread = findThread(turn, id)
  turn.settle()
  const why = thread ? obstacleOf(thread) : 'closed'
  if (!thread) return turn.say({ lines: [text(turn.t('reply.closed'))] })
  if (why) return refuseEnterprise(turn, thread, why)
  toDesk(turn, thread, words)
}

/** The company ends a talk. */
export function endReply(turn: Turn, id: string): void {
  const thread = findThread(turn, id)
  if (thread) endTalk(turn, thread, 'enterprise')
  else turn.say({ lines: [text(turn.t('reply.closed'))] })
}

/** What was last done about a lead that waits, and when the next step comes by itself. */
function waiting(turn: Turn, lead: Lead): string {
  if (!leadIsOpen(lead) || lead.due === undefined) return ''
  const at = clockText(lead.due)
  if (lead.snoozed !== undefined) return turn.t('lead.wait.snoozed', { at })
  return turn.t(`lead.wait.${lead.state === 'applied' ? 'offer' : (lead.ladder?.did ?? 'fresh')}`, { at })
}

/** Where every lead and visit stands, in plain words. */
export function status(turn: Turn): void {
  const { leads, visits } = turn.case
  if (leads.length + visits.length === 0) {
    turn.say({
      lines: [text(turn.t('status.none'))],
      buttons: [
        [
          { text: turn.t('button.results'), press: press('x') },
          { text: turn.t('button.visit'), press: press('vs') },
        ],
      ],
    })
    return
  }
  const lines: Line[] = [
    ...(leads.length > 0 ? [head(turn.t('status.leads'))] : []),
    ...leads.map(lead =>
      field(
        deskName(turn, lead.receiver),
        [
          turn.t(`lead.state.${lead.state}`),
          lead.owner?.name,
          clockInChina(lead.history.at(-1)?.at ?? '').slice(0, 10),
          waiting(turn, lead),
          seenText(turn, leadThread(turn, lead).talk),
        ]
          .filter(Boolean)
          .join(' · '),
      ),
    ),
    ...(visits.length > 0 ? [head(turn.t('status.visits'))] : []),
    ...visits.map(visit =>
      field(
        deskName(turn, visit.team),
        [
          turn.t(`visit.state.${visit.state}`),
          visit.owner?.name,
          visit.time && visitTime(turn, visit.time),
          seenText(turn, visitThread(turn, visit).talk),
        ]
          .filter(Boolean)
          .join(' · '),
      ),
    ),
  ]
  const replies = openThreads(turn).map(({ id, desk }): Button[] => [
    { text: turn.t('button.reply-to', { receiver: deskName(turn, desk) }), press: press('rp', id) },
  ])
  turn.say({
    title: turn.t('status.title'),
    lines,
    buttons: [...replies, [{ text: turn.t('button.withdraw'), press: press('rv') }]],
    note: turn.t('bank-decides'),
  })
}

/** Abuse is answered calmly and changes nothing; a second time in a row, a person is offered. */
export function calm(turn: Turn): void {
  const failures = turn.case.failures + 1
  const isAgain = failures > 1
  turn.update({ failures: isAgain ? 0 : failures })
  if (isAgain) person(turn, [text(turn.t('answer.insult.again'))])
  else askAgain(turn, [text(turn.t('answer.insult'))])
}

/** A person: who can be called, and the visit that brings one. */
export function person(turn: Turn, before: readonly Line[] = []): void {
  turn.say({
    title: turn.t('person.title'),
    lines: [...before, text(turn.t('person'))],
    buttons: [
      [{ text: turn.t('button.visit'), press: press('vs'), style: 'primary' }],
      [{ text: turn.t('button.go-on'), press: press('go') }],
    ],
  })
}
