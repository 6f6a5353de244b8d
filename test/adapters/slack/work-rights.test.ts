// Everybody × home tab, command, shortcuts, and the form of pre-offers: what Slack shows and opens equals the table. Nobody
// sees a lead of somebody else, whatever they type or forge.
import { afterEach, describe, expect, test } from 'vitest'
import type { LeadRow } from '#bot'
import { deskStandings, may } from '../../../bot/rights.ts'
import { BANK, PRODUCT, RESERVE } from '../../support/lead-scene.ts'
import { knowledge } from '../../support/rights-cast.ts'
import { askSigned, sendSigned } from '../../support/slack-server.ts'
import { until } from '../delivery/fake-outbox.ts'
import { CHANNEL, openWorld, ROOT, SECRET, type SlackWorld } from './world.ts'

let world: SlackWorld | undefined
afterEach(async () => {
  await world?.stop()
  world = undefined
})

interface Account {
  readonly user: string
  /** where it is listed; undefined: nowhere */
  readonly desk?: string
  readonly person?: string
  readonly owns?: boolean
}
const ACCOUNTS: readonly Account[] = [
  { user: 'UJIA', desk: BANK, person: 'jia', owns: true },
  { user: 'UYI', desk: BANK, person: 'yi' },
  { user: 'UHEAD', desk: BANK, person: 'head' },
  { user: 'UBING', desk: RESERVE, person: 'bing' },
  { user: 'UCHIEF', desk: RESERVE, person: 'chief' },
  { user: 'UGUEST' },
]
/** what the button of the home tab brings back */
const INVITE_VALUE = '{"press":"pre-offer","thread":""}'
const CASES = ['jia', 'yi', 'head', 'bing', 'chief']
const row = (holder: string): LeadRow => ({
  id: `case-lead-${holder}`,
  state: 'taken',
  holder,
  due: '2026-11-24T01:00:00.000Z',
  changedAt: '2026-11-23T01:00:00.000Z',
})

async function start(): Promise<SlackWorld> {
  world = await openWorld(knowledge)
  world.store.leads[BANK] = ['jia', 'yi', 'head'].map(row)
  world.store.leads[RESERVE] = ['bing', 'chief'].map(row)
  return world
}

const standings = ({ user, desk }: Account) =>
  desk === undefined ? [] : deskStandings(knowledge.staffing, { kind: 'staff', desk, person: user, name: user })

/** Whose leads are named in what was shown. */
const named = (shown: string) => CASES.filter(person => shown.includes(`-${person}`))

function check(account: Account, shown: string): string[] {
  const own = may(standings(account), 'work.own') && account.person ? [account.person] : []
  const team = may(standings(account), 'work.team')
  return [
    ...(named(shown).join() === own.join() ? [] : [`sees the leads of ${named(shown).join()}`]),
    ...(shown.includes('本台在办') === team ? [] : [`${team ? 'does not see' : 'sees'} the figures of the team`]),
    ...(shown.includes(account.user) === (account.desk === undefined) ? [] : ['the way onto the list']),
  ]
}

const command = (user_id: string, text: string, trigger_id?: string) => ({
  command: '/yinqi',
  user_id,
  text,
  channel_id: CHANNEL,
  ...(trigger_id ? { trigger_id } : {}),
})
const asCommand = { secret: SECRET, command: true }
const asForm = { secret: SECRET, form: true }

describe.each(ACCOUNTS)('$user', account => {
  const { user } = account
  const invites = may(standings(account), 'pre-offer.send')

  test('home, command and shortcut show what the table lets them see', async () => {
    const at = await start()
    await sendSigned(
      at.port,
      { type: 'event_callback', event_id: 'Ev', event: { type: 'app_home_opened', user, tab: 'home' } },
      { secret: SECRET },
    )
    await until(() => at.server.views.homes.has(user), 'published')
    const home = JSON.stringify(at.server.views.homes.get(user))
    const { answer } = await askSigned(at.port, command(user, ''), asCommand)
    const shortcut = {
      type: 'shortcut',
      callback_id: 'my_work',
      trigger_id: at.server.views.trigger(),
      user: { id: user },
    }
    await sendSigned(at.port, shortcut, asForm)
    await until(() => at.server.views.opened.length === 1, 'opened')
    const modal = JSON.stringify(at.server.views.opened)
    expect([home, JSON.stringify(answer), modal].flatMap(shown => check(account, shown))).toEqual([])
    expect(home.includes('预授信邀请')).toBe(invites)
    expect(home.includes(JSON.stringify(INVITE_VALUE))).toBe(invites)
    expect(at.store.accepted).toEqual([])
  })

  test('has companies asked exactly when the table says so, forged or not', async () => {
    const at = await start()
    const { answer } = await askSigned(at.port, command(user, '预授信', at.server.views.trigger()), asCommand)
    expect(at.server.views.opened.length).toBe(invites ? 1 : 0)
    expect(JSON.stringify(answer ?? {}).includes('由名单上的主管')).toBe(!invites)
    const pressed = {
      type: 'block_actions',
      user: { id: user },
      trigger_id: at.server.views.trigger(),
      view: { id: 'V0', type: 'home' },
      actions: [{ type: 'button', action_id: 'press:0:0', value: INVITE_VALUE }],
    }
    await sendSigned(at.port, pressed, asForm)
    if (invites) await until(() => at.server.views.opened.length === 2, 'opened')
    for (const [index, desk] of [BANK, RESERVE].entries()) {
      const values = {
        product: { value: { type: 'radio_buttons', selected_option: { value: PRODUCT } } },
        what: { value: { type: 'radio_buttons', selected_option: { value: 'send' } } },
      }
      const view = {
        id: `V${index + 1}`,
        callback_id: 'invite',
        private_metadata: JSON.stringify({ desk }),
        state: { values },
      }
      await askSigned(at.port, { type: 'view_submission', user: { id: user }, view }, asForm)
    }
    await expect.poll(() => at.store.invited.length).toBe(invites ? 1 : 0)
    expect(at.store.posted.map(({ desk }) => desk)).toEqual(invites ? [account.desk] : [])
  })

  test('a shortcut on the message of a lead opens its form for the owner only; others are played, and refused there', async () => {
    const at = await start()
    for (const callback_id of ['ask_papers', 'decline_lead']) {
      const action = {
        type: 'message_action',
        callback_id,
        trigger_id: at.server.views.trigger(),
        action_ts: '1700000005.1',
        user: { id: user },
        channel: { id: CHANNEL },
        message: { ts: ROOT },
      }
      await sendSigned(at.port, action, asForm)
    }
    expect(at.server.views.opened.length).toBe(account.owns ? 2 : 0)
    expect(at.store.accepted.map(({ event }) => event.kind)).toEqual(account.owns ? [] : ['press', 'press'])
  })
})
