// From envelope to inbox: stored before anything is acknowledged. A failure is thrown on, so that the receiver does not
// acknowledge and Slack sends the envelope again; the inbox knows repetitions by their key. A click whose button has a form
// opens it instead; looks at one's own work need no inbox.
import { setTimeout as sleep } from 'node:timers/promises'
import { asksForInvitation, press } from '#bot'
import type { Log } from '../delivery/send.ts'
import { poisonIn } from '../poison.ts'
import type { Received } from '../received.ts'
import type { Store } from '../store/store.ts'
import type { SlackDesks } from './desks.ts'
import type { FieldErrors, Forms } from './forms.ts'
import type { Invitations } from './invitations.ts'
import { ORDER_MS_MAX } from './limits.ts'
import type { Ephemeral, MyWork } from './my-work.ts'
import { type Parsed, type Person, parseEnvelope } from './receive.ts'
import { type AppEvent, parseAppEvent } from './receive-app.ts'

export interface AcceptOptions {
  readonly store: Pick<Store, 'accept' | 'threadOf'>
  readonly desks: SlackDesks
  readonly forms: Forms
  readonly work: MyWork
  readonly invitations: Invitations
  readonly nameOf: (person: Person) => Promise<string>
  /** says to one person that files do not pass here */
  readonly refuseFiles: (place: { readonly channel: string; readonly user: string; readonly threadTs: string }) => void
  readonly wake: () => void
  readonly now: () => Date
  readonly log: Log
}

/** What the acknowledgement says; nothing for most. */
export type Answer = FieldErrors | Ephemeral | undefined

/** Something somebody did in one thread of a desk. */
interface Deed {
  readonly eventId: string
  readonly channel: string
  readonly person: Person
  readonly thread: string
  readonly event: Received['event']
}

/** Builds the handler of one envelope body; it rejects when something of it could not be stored. */
export function createAccept(options: AcceptOptions): (body: unknown) => Promise<Answer> {
  const { store, desks, forms, work, invitations, nameOf, wake, now, log } = options

  /** The event with its desk; the name is a placeholder until it is stored. */
  function received({ eventId, channel, person, thread, event }: Deed): Received | undefined {
    const desk = desks.deskOf.get(channel)
    if (desk === undefined) {
      log('warn', 'slack.unbound-channel', { channel })
      return undefined
    }
    return {
      platform: 'slack',
      eventId,
      at: now().toISOString(),
      target: { kind: 'thread', thread },
      from: { kind: 'staff', desk, person: person.id, name: person.id },
      event,
    }
  }

  async function keep(deed: Received, person: Person): Promise<void> {
    const from = deed.from.kind === 'staff' ? { ...deed.from, name: await nameOf(person) } : deed.from
    if ((await store.accept({ ...deed, from })) === 'accepted') wake()
  }

  /** A press opens its form; one without a form, or whose form will not open, is stored like any other. */
  async function pressOrForm(deed: Deed, pressed: string, trigger: string | undefined): Promise<void> {
    const event = received(deed)
    if (!event) return
    const about = { press: pressed, thread: deed.thread, channel: deed.channel }
    if (trigger !== undefined && (await forms.open(event, about, trigger))) return
    await keep(event, deed.person)
  }

  /**
   * One after the other in each channel: a socket brings what was said faster than it can be stored. Nobody waits long
   * for one that hangs: it is not acknowledged and comes again.
   */
  const storing = new Map<string, Promise<void>>()
  function inTurn(channel: string, work: () => Promise<void>): Promise<void> {
    const before = storing.get(channel)
    const mine = before ? Promise.race([before, sleep(ORDER_MS_MAX, undefined, { ref: false })]).then(work) : work()
    const settled = mine.catch(() => undefined)
    storing.set(channel, settled)
    void settled.then(() => {
      if (storing.get(channel) === settled) storing.delete(channel)
    })
    return mine
  }

  async function handle(parsed: Parsed): Promise<void> {
    if (parsed.is === 'press') {
      const event = { kind: 'press' as const, press: parsed.press }
      return pressOrForm({ ...parsed, event }, parsed.press, parsed.trigger)
    }
    return inTurn(parsed.channel, () => keepWords(parsed))
  }

  async function keepWords(parsed: Extract<Parsed, { is: 'text' }>): Promise<void> {
    const { channel, threadTs, person, text, hasFiles } = parsed
    const thread = await store.threadOf('slack', channel, threadTs)
    // People talk in threads that are not ours, too.
    if (thread === undefined) return
    if (hasFiles && desks.deskOf.has(channel)) options.refuseFiles({ channel, user: person.user, threadTs })
    const event = text === '' ? undefined : received({ ...parsed, thread, event: { kind: 'text', text } })
    if (event) await keep(event, person)
  }

  async function handleApp(app: AppEvent): Promise<Answer> {
    switch (app.is) {
      case 'form': {
        const event = received({ ...app, event: { kind: 'form', press: app.press, values: app.values } })
        const errors = event && (await forms.check(event))
        if (event && !errors) await keep(event, app.person)
        return errors
      }
      case 'on-message': {
        const thread = await store.threadOf('slack', app.channel, app.threadTs)
        if (thread === undefined) return undefined
        const pressed = press('L', thread, app.verb)
        await pressOrForm({ ...app, thread, event: { kind: 'press', press: pressed } }, pressed, app.trigger)
        return undefined
      }
      case 'command':
        if (asksForInvitation(app.text) && app.trigger !== undefined) {
          const opened = await invitations.open(app.person.id, app.trigger)
          return opened ? undefined : work.refuseInvitation()
        }
        return work.answerCommand(app.person.id, app.text)
      case 'invite':
        void invitations.open(app.person.id, app.trigger).catch(() => log('error', 'slack.invite-failed'))
        return undefined
      case 'invited':
        return invitations.take(app.person.id, app.desk, app.values, app.key)
      case 'home':
        void work.publishHome(app.person.id).catch(() => log('error', 'slack.home-failed'))
        return undefined
      case 'my-work':
        void work.openModal(app.person.id, app.trigger).catch(() => log('error', 'slack.modal-failed'))
        return undefined
    }
  }

  return async body => {
    if (poisonIn(body)) {
      log('warn', 'slack.poisoned')
      return undefined
    }
    const app = parseAppEvent(body)
    if (app) return handleApp(app)
    for (const parsed of parseEnvelope(body)) await handle(parsed)
    return undefined
  }
}
