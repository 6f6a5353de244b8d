// Home tab, slash command and shortcut: each shows one person what they have in hand, and nobody else's. Looks only, so
// nothing of it goes through the inbox; who looks again sees the newest.
import {
  type Card,
  invitationWords,
  type Knowledge,
  peopleWith,
  readWorkPart,
  unlistedCard,
  type WorkPart,
  workCard,
  workHelp,
} from '#bot'
import type { Call, CallResult } from '../delivery/call.ts'
import type { Log } from '../delivery/send.ts'
import type { Store } from '../store/store.ts'
import { withInvitation } from './invitations.ts'
import { readingModal } from './modal.ts'
import { type Rendered, render } from './render.ts'

export interface MyWorkOptions {
  readonly store: Pick<Store, 'leadsOfDesk' | 'visitsOfDesk'>
  readonly knowledge: Knowledge
  readonly call: Call
  readonly now: () => Date
  readonly log: Log
  readonly mayInvite: (account: string) => boolean
}

/** An answer in the acknowledgement of a command, which only who typed it can see. */
export type Ephemeral = Rendered & { readonly response_type: 'ephemeral' }

export interface MyWork {
  publishHome(user: string): Promise<void>
  answerCommand(user: string, words: string): Promise<Ephemeral>
  openModal(user: string, trigger: string): Promise<void>
  /** For who asked to have companies asked, and may not. */
  refuseInvitation(): Ephemeral
}

export function createMyWork({ store, knowledge, call, now, log, mayInvite }: MyWorkOptions): MyWork {
  async function cardsOf(account: string, part?: WorkPart): Promise<readonly Card[]> {
    const people = peopleWith(knowledge.staffing, account)
    if (people.length === 0) return [unlistedCard(knowledge, account)]
    return Promise.all(
      people.map(async person => {
        const [leads, visits] = await Promise.all([store.leadsOfDesk(person.desk), store.visitsOfDesk(person.desk)])
        return workCard(knowledge, person, { leads, visits }, now().toISOString(), part)
      }),
    )
  }

  /** One card for all desks of a person; nearly everybody has one. */
  async function cardOf(account: string, part?: WorkPart): Promise<Card> {
    const [first, ...others] = await cardsOf(account, part)
    if (!first) return unlistedCard(knowledge, account)
    const more = others.flatMap(card => [{ kind: 'head' as const, text: card.title ?? '' }, ...card.lines])
    return { ...first, lines: [...first.lines, ...more] }
  }

  const noteFailure = (code: string, result: CallResult): void => {
    if (result.is !== 'done') log('warn', code, { code: result.is === 'limited' ? 'limited' : result.code })
  }

  return {
    async publishHome(user) {
      const card = await cardOf(user)
      const { blocks } = render(mayInvite(user) ? withInvitation(card, invitationWords(knowledge).title) : card, '')
      noteFailure('slack.home-failed', await call('views.publish', { user_id: user, view: { type: 'home', blocks } }))
    },
    async answerCommand(user, words) {
      const part = readWorkPart(words)
      const card = part === undefined ? workHelp(knowledge) : await cardOf(user, part === 'all' ? undefined : part)
      return { response_type: 'ephemeral', ...render(card, '') }
    },
    refuseInvitation: () => ({
      response_type: 'ephemeral',
      ...render({ lines: [{ kind: 'text', text: invitationWords(knowledge).denied }] }, ''),
    }),
    async openModal(user, trigger) {
      const card = await cardOf(user)
      const view = readingModal({ ...card, title: undefined }, card.title ?? '')
      noteFailure('slack.modal-failed', await call('views.open', { trigger_id: trigger, view }))
    },
  }
}
