// Words from one side to the other, as they are, within the limit of the script. What was asked for counts as answered.
import { quote, text } from '../card.ts'
import { press } from '../press.ts'
import { deskName } from '../show.ts'
import { threadNotice } from '../staff/notice.ts'
import type { Turn } from '../turn-state.ts'
import { showUnread } from './read-state.ts'
import type { Talk } from './talk-record.ts'
import { putTalk, type Thread } from './thread.ts'

const cut = (turn: Turn, words: string): string => words.slice(0, turn.knowledge.script.limits.relayCharacters)

/** What was asked for is answered. */
export const answered = (talk: Talk, at: string): Talk => ({
  ...talk,
  requests: talk.requests.map(one => (one.answeredAt === undefined ? { ...one, answeredAt: at } : one)),
})

/** Staff words to the company. Whether they may pass is decided before. */
export function toEnterprise(turn: Turn, thread: Thread, name: string, words: string): void {
  putTalk(turn, thread, { ...thread.talk, desk: { at: turn.incoming.at } })
  turn.note('message-to-enterprise', thread.id)
  turn.say({
    lines: [quote(turn.t('relay.from', { receiver: deskName(turn, thread.desk), name }), cut(turn, words))],
    buttons: [
      [
        { text: turn.t('button.reply'), press: press('rp', thread.id) },
        { text: turn.t('button.talk-end'), press: press('te', thread.id) },
      ],
    ],
    note: turn.t('relay.note'),
  })
  showUnread(turn, thread)
}

/** The company's words into the thread. */
export function toDesk(turn: Turn, thread: Thread, words: string): void {
  const { at } = turn.incoming
  putTalk(turn, thread, { ...answered(thread.talk, at), enterprise: { at } })
  turn.note('message-to-desk', thread.id)
  turn.post(thread.desk, thread.id, {
    lines: [quote('企业', cut(turn, words))],
    notice: threadNotice(turn.knowledge.phrases, 'words'),
  })
  turn.say({
    lines: [text(turn.t('reply.sent', { receiver: deskName(turn, thread.desk) }))],
    buttons: [
      [
        { text: turn.t('button.reply-more'), press: press('rp', thread.id) },
        { text: turn.t('button.talk-end'), press: press('te', thread.id) },
        { text: turn.t('button.status'), press: press('st') },
      ],
    ],
  })
}
