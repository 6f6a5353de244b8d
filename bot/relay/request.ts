// Quick requests: what staff ask of a company again and again, as data (bot/script.yaml, `requests`), sent by two presses.
import { type Button, text } from '../card.ts'
import { press, type Verb } from '../press.ts'
import { deskName } from '../show.ts'
import { forDesk, type Turn } from '../turn-state.ts'
import { showUnread } from './read-state.ts'
import { putTalk, type Thread } from './thread.ts'

const verbOf = ({ kind }: Thread): Verb => (kind === 'lead' ? 'L' : 'V')

/** The list of requests, in the thread. */
export function offerRequests(turn: Turn, thread: Thread): void {
  const desk = forDesk(turn)
  const choices = Object.entries(turn.knowledge.script.requests).filter(([, one]) => one.for.includes(thread.kind))
  const buttons = choices.map(([code, one]): Button[] => [
    { text: desk.w(one.title), press: press(verbOf(thread), thread.id, 'request', code) },
  ])
  turn.post(thread.desk, thread.id, { lines: [text(desk.t('request.which'))], buttons })
}

/** Sends one. Asked twice, it is asked once more and counted once. */
export function request(turn: Turn, thread: Thread, name: string, code: string): void {
  const { requests } = turn.knowledge.script
  const found = Object.hasOwn(requests, code) ? requests[code] : undefined
  if (!found?.for.includes(thread.kind)) return
  const { at } = turn.incoming
  const others = thread.talk.requests.filter(one => one.code !== code || one.answeredAt !== undefined)
  putTalk(turn, thread, { ...thread.talk, desk: { at }, requests: [...others, { code, at }] })
  turn.note('request-sent', thread.id, code)
  turn.say({
    lines: [
      text(turn.t('request.from', { receiver: deskName(turn, thread.desk), name, ask: turn.w(found.ask) })),
      ...(found.papers ? [text(turn.t('request.how'))] : []),
    ],
    buttons: [
      [
        { text: turn.t('button.reply'), press: press('rp', thread.id) },
        { text: turn.t('button.talk-end'), press: press('te', thread.id) },
      ],
    ],
    note: turn.t('relay.note'),
  })
  turn.post(thread.desk, thread.id, {
    lines: [text(forDesk(turn).t('request.sent', { what: forDesk(turn).w(found.title) }))],
  })
  showUnread(turn, thread)
}
