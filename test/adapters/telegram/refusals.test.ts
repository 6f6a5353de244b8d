// Everything the Bot API is known to answer instead of taking a message, and what becomes of the message: it waits, it ends
// politely, or it ends with an alarm. The texts are those that bots have met, as collected in public lists.
import { TelegramError } from 'telegraf'
import { expect, test } from 'vitest'
import type { Delivery, DeliveryResult } from '../../../adapters/store/store.ts'
import { readError } from '../../../adapters/telegram/call.ts'
import { createSend } from '../../../adapters/telegram/send.ts'

const NOW = '2026-03-02T01:00:00.000Z'
const delivery: Delivery = {
  id: 7n,
  platform: 'telegram',
  address: '1',
  message: {
    id: 7n,
    room: { kind: 'enterprise', platform: 'telegram', peer: '1' },
    direction: 'out',
    card: { lines: [{ kind: 'text', text: '您好' }] },
    at: NOW,
  },
  attempts: 1,
  uncertain: false,
  lease: 'x',
}

type Answer = ConstructorParameters<typeof TelegramError>[0]

async function sent(answer: Answer): Promise<DeliveryResult> {
  const send = createSend({
    call: async () => readError(new TelegramError(answer)),
    newest: { get: () => undefined, seen: () => {} },
    now: () => new Date(NOW),
    random: () => 1,
    log: () => {},
    handFile: async () => undefined,
  })
  return send(delivery)
}

const dead = (code: string) => ({ is: 'dead', code })

test.each([
  [403, 'Forbidden: bot was blocked by the user', 'blocked'],
  [403, 'Forbidden: user is deactivated', 'blocked'],
  [403, "Forbidden: bot can't initiate conversation with a user", 'blocked'],
  [403, "Forbidden: bot can't send messages to bots", 'blocked'],
  [403, 'Forbidden: bot was kicked from the group chat', 'blocked'],
  [403, 'Forbidden: bot was kicked from the supergroup chat', 'blocked'],
  [403, 'Forbidden: bot is not a member of the channel chat', 'blocked'],
  [400, 'Bad Request: chat not found', 'chat-not-found'],
  [400, 'Bad Request: user not found', 'chat-not-found'],
  [400, 'Bad Request: PEER_ID_INVALID', 'chat-not-found'],
  [400, 'Bad Request: chat_id is empty', 'chat-not-found'],
  [400, 'Bad Request: message is too long', 'too-long'],
  [400, 'Bad Request: text is too long', 'too-long'],
  [400, 'Bad Request: message text is empty', 'empty'],
  [400, "Bad Request: can't parse entities: unclosed start tag", 'markup'],
  [400, 'Bad Request: BUTTON_DATA_INVALID', 'button'],
  [400, 'Bad Request: have no rights to send a message', 'chat-closed'],
  [400, 'Bad Request: not enough rights to send text messages to the chat', 'chat-closed'],
  [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', 'chat-closed'],
  [400, 'Bad Request: CHANNEL_PRIVATE', 'chat-closed'],
  [400, 'Bad Request: group chat was upgraded to a supergroup chat', 'chat-closed'],
  [400, 'Bad Request: something quite new', 'bad-request'],
  [409, 'Conflict: terminated by other getUpdates request', 'refused-409'],
  [413, 'Request Entity Too Large', 'refused-413'],
])('%i %s ends the message as %s', async (error_code, description, code) => {
  expect(await sent({ error_code, description })).toEqual(dead(code))
})

test('a chat that has become a group is not followed', async () => {
  const description = 'Bad Request: group chat was upgraded to a supergroup chat'
  expect(await sent({ error_code: 400, description, parameters: { migrate_to_chat_id: -100 } })).toEqual(dead('moved'))
})

test.each([
  [429, 'Too Many Requests: retry after 7', { retry_after: 7 }, '2026-03-02T01:00:07.000Z', 'limited'],
  [429, 'Too Many Requests', undefined, '2026-03-02T01:00:05.000Z', 'limited'],
  [401, 'Unauthorized', undefined, expect.any(String), 'mend-token'],
  [404, 'Not Found', undefined, expect.any(String), 'mend-token'],
])('%i %s makes it wait', async (error_code, description, parameters, at, code) => {
  expect(await sent({ error_code, description, ...(parameters ? { parameters } : {}) })).toEqual({
    is: 'later',
    at,
    code,
  })
})

test.each([500, 502, 503, 504])('%i may have worked: it is sent once more and no more', async error_code => {
  expect(await sent({ error_code, description: 'Bad Gateway' })).toEqual({ is: 'uncertain', code: String(error_code) })
})
