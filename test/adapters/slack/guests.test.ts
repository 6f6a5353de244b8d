// Slack's ids of users are unique in a workspace only. In a channel shared with another company a guest may have the id of
// somebody of ours: who it is goes by workspace and user, everywhere something can be done.
import { describe, expect, it } from 'vitest'
import { accountsIn } from '../../../adapters/slack/people.ts'
import { parseEnvelope } from '../../../adapters/slack/receive.ts'
import { parseAppEvent } from '../../../adapters/slack/receive-app.ts'
import { knowledge } from '../../support/rights-cast.ts'
import { click, reply } from './envelopes.ts'

const ROOT = '1700000000.000100'
const team = { id: 'T1' }
const of = (home: string | undefined) => ({ id: 'U7', username: 'wang', ...(home ? { team_id: home } : {}) })

/** Every kind of envelope in which somebody does something, done by a user of `home` in our workspace T1. */
const deeds = (home: string | undefined) => ({
  click: parseEnvelope({ ...click('claim', 'lead-1'), team, user: of(home) })[0],
  reply: parseEnvelope(reply('好的', ROOT, home ? { user_team: home } : {}))[0],
  'reply of an older form': parseEnvelope(reply('好的', ROOT, home ? { source_team: home } : {}))[0],
  form: parseAppEvent({
    type: 'view_submission',
    team,
    user: of(home),
    view: {
      id: 'V1',
      callback_id: 'form',
      private_metadata: JSON.stringify({ press: 'L:x:take', thread: 'x', channel: 'CICBC' }),
      state: { values: {} },
    },
  }),
  'shortcut on a message': parseAppEvent({
    type: 'message_action',
    callback_id: 'decline_lead',
    trigger_id: '1.2',
    action_ts: '1.2',
    team,
    user: of(home),
    channel: { id: 'CICBC' },
    message: { ts: ROOT },
  }),
  shortcut: parseAppEvent({ type: 'shortcut', callback_id: 'my_work', trigger_id: '1.2', team, user: of(home) }),
})

const personIn = (deed: object | undefined) => (deed && 'person' in deed ? deed.person : undefined)

describe.each(Object.keys(deeds('T1')) as (keyof ReturnType<typeof deeds>)[])('a %s', kind => {
  it('of our own workspace is by the user', () => {
    for (const home of ['T1', undefined]) expect(personIn(deeds(home)[kind])).toMatchObject({ id: 'U7', user: 'U7' })
  })
  it('of another company’s is by nobody of ours', () => {
    expect(personIn(deeds('T2')[kind])).toMatchObject({ id: 'T2:U7', user: 'U7' })
  })
})

it('a guest is a guest in the key of the event too: the same moment by the two is two clicks', () => {
  const ids = ['T1', 'T2'].map(home => parseEnvelope({ ...click('claim', 'l'), team, user: of(home) })[0]?.eventId)
  expect(new Set(ids).size).toBe(2)
})

it('who is listed with a workspace is rung by the user', () => {
  const [listed] = [...knowledge.staffing.people.values()]
  if (!listed) return expect.unreachable('nobody is listed')
  const people = new Map([['li', { ...listed, id: 'li', accounts: ['oidc:x', 'T2ABC:U0LI'] }]])
  expect(accountsIn({ ...knowledge.staffing, people })('li')).toBe('U0LI')
})
