// Slack as a platform: clicks and replies of a desk's people go into the inbox, cards go out into the desks' channels.
// bolt is only the wire: Socket Mode when an app token is given, else a signed HTTP endpoint.
import { setTimeout as sleep } from 'node:timers/promises'
import { filesStayLine, type Knowledge } from '#bot'
import { backoffMs } from '../delivery/backoff.ts'
import { assertRootAllowed, type Call } from '../delivery/call.ts'
import type { Log, Send } from '../delivery/send.ts'
import type { HandFile } from '../handed-file.ts'
import { createPreOffers } from '../pre-offers.ts'
import { createStaffForms } from '../staff-forms.ts'
import type { Store } from '../store/store.ts'
import { type AcceptOptions, createAccept } from './accept.ts'
import { createCall, DEFAULT_API_URL } from './call.ts'
import type { SlackDesks } from './desks.ts'
import { createFiles } from './files.ts'
import { createForms } from './forms.ts'
import { startHttp } from './http.ts'
import { createInvitations } from './invitations.ts'
import { createMyWork } from './my-work.ts'
import { accountsIn, createPeople } from './people.ts'
import { createQuietLogger } from './quiet-logger.ts'
import { createSend } from './send.ts'
import { startSocket } from './socket.ts'

export { parseSlackChannels, type SlackDesks } from './desks.ts'

export interface SlackOptions {
  readonly botToken: string
  /** for HTTP */
  readonly signingSecret?: string | undefined
  /** for Socket Mode; wins over HTTP */
  readonly appToken?: string | undefined
  /** for HTTP; 0 takes a free one */
  readonly port?: number | undefined
  readonly apiUrl?: string | undefined
  readonly desks: SlackDesks
  readonly store: Pick<
    Store,
    'accept' | 'threadOf' | 'caseOf' | 'leadsOfDesk' | 'visitsOfDesk' | 'listeners' | 'inviteCases' | 'postOnce'
  >
  readonly knowledge: Knowledge
  /** the files that cards speak of */
  readonly handFile: HandFile
  readonly wake: () => void
  readonly now: () => Date
  readonly log: Log
  /** 0…1, for jitter */
  readonly random?: () => number
}

export interface Slack {
  readonly send: Send
  /** where HTTP listens */
  readonly port?: number
  stop(): Promise<void>
}

const DEFAULT_PORT = 3_000

/** Says once whether Slack takes our token; a service that is down is asked again. */
async function greet(call: Call, log: Log, random: () => number, stopping: AbortSignal): Promise<void> {
  for (let tries = 0; !stopping.aborted; tries++) {
    const result = await call('auth.test', {})
    if (result.is === 'done') return log('info', 'slack.ready')
    if (result.is === 'refused') return log('error', 'slack.token-refused', { code: result.code })
    if (tries === 0) log('warn', 'slack.unreachable', { code: result.is === 'limited' ? 'limited' : result.code })
    await sleep(backoffMs(tries, random), undefined, { signal: stopping, ref: false }).catch(() => undefined)
  }
}

/**
 * Starts receiving and returns; Slack itself may be down. Throws only for what a person must put right: no way to
 * receive was configured, or the port is taken. `send` goes into the sender's platforms.
 * @example const slack = await startSlack({ botToken, appToken, desks, store, wake: worker.wake, now, log })
 */
export async function startSlack(options: SlackOptions): Promise<Slack> {
  const { botToken, signingSecret, appToken, desks, store, knowledge, wake, now, log, random = Math.random } = options
  const apiUrl = options.apiUrl ?? DEFAULT_API_URL
  assertRootAllowed(apiUrl, process.env['NODE_ENV'])
  const logger = createQuietLogger(log)
  const call = createCall(botToken, apiUrl, logger)
  const forms = createForms({ staffForms: createStaffForms(store, knowledge), call, log })
  const preOffers = createPreOffers(store, knowledge, now)
  const invitations = createInvitations({ preOffers, knowledge, call, log })
  const { mayInvite } = invitations
  const work = createMyWork({ store, knowledge, call, now, log, mayInvite })
  const refuseFiles: AcceptOptions['refuseFiles'] = ({ channel, user, threadTs }) =>
    void call('chat.postEphemeral', { channel, user, thread_ts: threadTs, text: filesStayLine(knowledge) })
  const accept = createAccept({
    refuseFiles,
    store,
    desks,
    forms,
    work,
    invitations,
    nameOf: createPeople(call),
    wake,
    now,
    log,
  })
  const files = createFiles({ call, apiUrl, handFile: options.handFile })
  const send = createSend({ call, now, random, log, accountOf: accountsIn(knowledge.staffing), files })
  const stopping = new AbortController()

  const receiving = await startReceiving()
  void greet(call, log, random, stopping.signal)
  return {
    send,
    ...('port' in receiving ? { port: receiving.port } : {}),
    async stop() {
      stopping.abort()
      await receiving.stop()
    },
  }

  async function startReceiving(): Promise<{ port?: number; stop(): Promise<void> }> {
    if (appToken) return startSocket({ appToken, apiUrl, accept, log, logger, random })
    if (!signingSecret) throw new Error('Slack needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)')
    return startHttp({ signingSecret, port: options.port ?? DEFAULT_PORT, accept, now, log, logger })
  }
}
