// A Slack workspace around one lead that 甲 (account UJIA) has taken, with our adapter listening over HTTP.

import type { Knowledge } from '#bot'
import { parseSlackChannels } from '../../../adapters/slack/desks.ts'
import { startSlack } from '../../../adapters/slack/index.ts'
import { acts, applied, BANK, clerk, lead, RESERVE, staffed } from '../../support/lead-scene.ts'
import { type SlackServer, startSlackServer } from '../../support/slack-server.ts'
import { createFakeStore, type FakeStore } from '../delivery/fake-outbox.ts'

export const SECRET = 'shhh'
export const CHANNEL = 'CJSB'
export const ROOT = '1700000000.000100'
const TOKEN = 'xoxb-test'

export interface SlackWorld {
  readonly server: SlackServer
  readonly store: FakeStore
  readonly port: number
  readonly logged: string[]
  /** id of the lead */
  readonly thread: string
  stop(): Promise<void>
}

export async function openWorld(knowledge: Knowledge = staffed()): Promise<SlackWorld> {
  const scene = applied(knowledge)
  acts(knowledge, scene, clerk('甲', BANK, 'UJIA'), 'take')
  const server = await startSlackServer(TOKEN, [CHANNEL, 'CNJB'])
  const store = createFakeStore()
  store.known = scene.case
  store.bindThread(CHANNEL, ROOT, lead(scene).id)
  const logged: string[] = []
  const slack = await startSlack({
    handFile: async () => undefined,
    botToken: TOKEN,
    signingSecret: SECRET,
    port: 0,
    apiUrl: server.apiUrl,
    desks: parseSlackChannels(`${BANK}=${CHANNEL},${RESERVE}=CNJB`).desks,
    knowledge,
    store,
    wake: () => undefined,
    now: () => new Date(),
    log: (level, code) => void logged.push(`${level} ${code}`),
  })
  return {
    server,
    store,
    port: slack.port ?? 0,
    logged,
    thread: lead(scene).id,
    async stop() {
      await slack.stop()
      await server.stop()
    },
  }
}
