// A clean end of a talk: whoever ends it is written down, both are told, and later words are answered kindly. Who ended it
// may begin again. The lead or the visit itself goes on; only the talking stops.
import { text } from '../card.ts'
import { press } from '../press.ts'
import { deskName } from '../show.ts'
import { clockText, forDesk, type Turn } from '../turn-state.ts'
import type { Side } from './talk-record.ts'
import { type Obstacle, obstacleOf, putTalk, type Thread } from './thread.ts'

const clock = (at: string | undefined): string => (at === undefined ? '' : clockText(at))

/** One side ends it. A second press changes nothing. */
export function endTalk(turn: Turn, thread: Thread, by: Side): void {
  const why = obstacleOf(thread)
  if (why) return by === 'desk' ? refuseDesk(turn, thread, why) : refuseEnterprise(turn, thread, why)
  putTalk(turn, thread, { ...thread.talk, ended: { by, at: turn.incoming.at } })
  if (turn.case.pending?.kind === 'reply' && turn.case.pending.lead === thread.id) turn.settle()
  turn.note('talk-ended', thread.id, by)
  const receiver = deskName(turn, thread.desk)
  turn.post(thread.desk, thread.id, { lines: [text(forDesk(turn).t(`talk.ended-here.${by}`))] })
  turn.say({
    lines: [text(turn.t(`talk.ended-by.${by}`, { receiver }))],
    buttons: [[{ text: turn.t('button.status'), press: press('st') }]],
  })
}

/** Who ended it begins again; true when the talk is open now. */
export function resumeTalk(turn: Turn, thread: Thread, by: Side): boolean {
  if (thread.talk.ended?.by !== by || !thread.open || !thread.consented) return false
  const { ended: _over, ...talk } = thread.talk
  putTalk(turn, thread, talk)
  turn.note('talk-resumed', thread.id, by)
  return true
}

/** The company's words do not pass: why, and the way on. */
export function refuseEnterprise(turn: Turn, thread: Thread, why: Obstacle): void {
  const values = { receiver: deskName(turn, thread.desk), at: clock(thread.talk.ended?.at) }
  turn.say({
    lines: [text(turn.t(`reply.${why}`, values))],
    buttons: [
      ...(why === 'ended-enterprise' ? [[{ text: turn.t('button.reply'), press: press('rp', thread.id) }]] : []),
      [{ text: turn.t('button.status'), press: press('st') }],
    ],
  })
}

/** Staff words do not pass: the same for them. */
export function refuseDesk(turn: Turn, thread: Thread, why: Obstacle): void {
  turn.post(thread.desk, thread.id, {
    lines: [text(forDesk(turn).t(`talk.refused.${why}`, { at: clock(thread.talk.ended?.at) }))],
  })
}
