// The Slack adapter and the sender beside it, as the product runs them: on a store of the test's and a Slack to talk to.
import { startSender } from '../../../adapters/delivery/sender.ts'
import { type SlackOptions, startSlack } from '../../../adapters/slack/index.ts'
import type { FakeStore } from '../delivery/fake-outbox.ts'

const POKE_MS = 20

type Given = Omit<SlackOptions, 'store' | 'wake' | 'now' | 'handFile'> &
  Partial<Pick<SlackOptions, 'handFile'>> & { readonly store: FakeStore }

/** Starts both; `stop` ends both, the sender first. */
export async function startLife(given: Given): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const { store, log } = given
  const now = () => new Date()
  const slack = await startSlack({ handFile: async () => undefined, wake: () => undefined, now, ...given })
  const sender = startSender({ store, platforms: new Map([['slack', slack.send]]), now, log })
  const poke = setInterval(sender.wake, POKE_MS)
  return {
    port: slack.port ?? 0,
    async stop() {
      clearInterval(poke)
      await sender.stop()
      await slack.stop()
    },
  }
}
