// The manifest asks for exactly what the program uses: no call without its scope, no scope without its call, every command,
// shortcut and event handled.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { projectRoot } from '../../../adapters/files/load.ts'
import { parseEnvelope } from '../../../adapters/slack/receive.ts'
import { COMMAND, MESSAGE_SHORTCUTS, MY_WORK, parseAppEvent } from '../../../adapters/slack/receive-app.ts'
import { reply } from './envelopes.ts'

const folder = path.join(projectRoot(), 'adapters/slack')
const manifest = z
  .object({
    display_information: z.object({ name: z.string().max(35), description: z.string().max(140) }),
    features: z.object({
      bot_user: z.object({ display_name: z.string().max(80) }),
      app_home: z.object({ home_tab_enabled: z.literal(true) }),
      slash_commands: z.array(z.object({ command: z.string(), description: z.string().max(2_000) })),
      shortcuts: z.array(
        z.object({
          name: z.string().max(24),
          type: z.enum(['global', 'message']),
          callback_id: z.string().max(255),
          description: z.string().max(150),
        }),
      ),
    }),
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({
      event_subscriptions: z.object({ bot_events: z.array(z.string()) }),
      interactivity: z.object({ is_enabled: z.literal(true) }),
    }),
  })
  .parse(parse(readFileSync(path.join(folder, 'manifest.yaml'), 'utf8')))

/** Slack's documentation of each method: the bot scopes it needs. Channels are public (C…) or private (G…, also C… today). */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history'],
  'conversations.replies': ['channels:history', 'groups:history'],
  'files.getUploadURLExternal': ['files:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.delete': ['files:write'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
}
/** And of what reaches us. */
const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
}

const source = readdirSync(folder)
  .filter(name => name.endsWith('.ts'))
  .map(name => readFileSync(path.join(folder, name), 'utf8'))
  .join('\n')
const called = [
  ...new Set(
    [...source.matchAll(/'((?:auth|chat|conversations|users|views|files|reactions)\.[a-zA-Z.]+)'/g)].map(
      m => m[1] ?? '',
    ),
  ),
]

describe('the app manifest', () => {
  test('the program calls only methods whose scope is known here', () => {
    expect(called.toSorted()).toEqual(Object.keys(SCOPES).toSorted())
  })

  test('its scopes are those of the calls, the events and the command, no more and no fewer', () => {
    const needed = new Set([
      'commands',
      ...called.flatMap(method => SCOPES[method] ?? []),
      ...manifest.settings.event_subscriptions.bot_events.flatMap(event => EVENT_SCOPES[event] ?? ['unknown']),
    ])
    expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual([...needed].toSorted())
  })

  test('its command and shortcuts are those that are handled', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([COMMAND])
    const named = (type: string) =>
      manifest.features.shortcuts.filter(one => one.type === type).map(({ callback_id }) => callback_id)
    expect(named('global')).toEqual([MY_WORK])
    expect(named('message').toSorted()).toEqual(Object.keys(MESSAGE_SHORTCUTS).toSorted())
  })

  test('each event it subscribes to is read', () => {
    const home = { type: 'event_callback', event: { type: 'app_home_opened', user: 'U1', tab: 'home' } }
    expect(parseAppEvent(home)).toMatchObject({ is: 'home' })
    for (const channel of ['C1', 'G1']) expect(parseEnvelope(reply('话', '1.1', { channel }))).toHaveLength(1)
    expect(Object.keys(EVENT_SCOPES).toSorted()).toEqual(manifest.settings.event_subscriptions.bot_events.toSorted())
  })
})
