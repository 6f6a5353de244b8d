// From envelope to inbox: stored before anything is acknowledged. A failure is thrown on, so that the receiver does not
// acknowledge and Slack sends the envelope again; the inbox knows repetitions by their key.
import type { Log } from '../delivery/send.ts'
import type { Received } from '../received.ts'
import type { Store } from '../store/store.ts'
import type { SlackDesks } from './desks.ts'
import { type Parsed, type Person, parseEnvelope } from './receive.ts'

export interface AcceptOptions {
  readonly store: Pick<Store, 'accept' | 'threadOf'>
  readonly desks: SlackDesks
  readonly nameOf: (person: Person) => Promise<string>
  readonly wake: () => void
  readonly now: () => Date
  readonly log: Log
}

/** Builds the handler of one envelope body; it rejects when something of it could not be stored. */
export function createAccept(options: AcceptOptions): (body: unknown) => Promise<void> {
  const { store, desks, nameOf, wake, now, log } = options

  async function threadOf(parsed: Parsed): Promise<string | undefined> {
    return parsed.is === 'press' ? parsed.thread : store.threadOf('slack', parsed.channel, parsed.threadTs)
  }

  async function keep(parsed: Parsed): Promise<void> {
    const desk = desks.deskOf.get(parsed.channel)
    if (desk === undefined) return log('warn', 'slack.unbound-channel', { channel: parsed.channel })
    const thread = await threadOf(parsed)
    // People talk in threads that are not ours, too.
    if (thread === undefined) return
    const received: Received = {
      platform: 'slack',
      eventId: parsed.eventId,
      at: now().toISOString(),
      target: { kind: 'thread', thread },
      from: { kind: 'staff', desk, person: parsed.person.id, name: await nameOf(parsed.person) },
      event: parsed.is === 'press' ? { kind: 'press', press: parsed.press } : { kind: 'text', text: parsed.text },
    }
    if ((await store.accept(received)) === 'accepted') wake()
  }

  return async body => {
    for (const parsed of parseEnvelope(body)) await keep(parsed)
  }
}
