// Every word with which Slack refuses a call of ours has a kind, and every kind ends as it should: waits, is looked after, is
// mended by a person, or ends with an alarm. The words are those of Slack's own pages, method by method, and of the emulator.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readError } from '../../../adapters/slack/call.ts'
import type { Files } from '../../../adapters/slack/files.ts'
import { refusalKind } from '../../../adapters/slack/refusals.ts'
import { createSend } from '../../../adapters/slack/send.ts'
import type { Delivery, DeliveryResult } from '../../../adapters/store/store.ts'

/** What any method may answer. */
const COMMON = `access_denied accesslimited account_inactive deprecated_endpoint ekm_access_denied enterprise_is_restricted
  fatal_error internal_error invalid_arg_name invalid_arguments invalid_array_arg invalid_auth invalid_charset
  invalid_form_data invalid_post_type method_deprecated missing_post_type missing_scope no_permission
  not_allowed_token_type not_authed org_login_required ratelimited rate_limited request_timeout service_unavailable
  team_access_not_granted team_added_to_org token_expired token_revoked two_factor_setup_required unknown_method`

/** What the pages of the methods we call add to that, read on 2026-11-22. */
const OF_METHODS: Readonly<Record<string, string>> = {
  'chat.postMessage': `channel_not_found not_in_channel is_archived msg_too_long no_text restricted_action
    restricted_action_read_only_channel restricted_action_thread_only_channel restricted_action_non_threadable_channel
    too_many_attachments as_user_not_supported invalid_blocks invalid_blocks_format invalid_attachments
    messages_tab_disabled cannot_reply_to_message message_limit_exceeded`,
  'chat.update': `as_user_not_supported block_mismatch cant_broadcast_message cant_update_message channel_not_found
    edit_window_closed external_channel_migrating invalid_attachments invalid_blocks invalid_blocks_format
    invalid_metadata_format invalid_metadata_schema is_inactive markdown_text_conflict message_not_found
    metadata_must_be_sent_from_app metadata_too_large msg_too_long no_dual_broadcast_content_update no_text
    slack_connect_file_link_sharing_blocked streaming_state_conflict team_not_found too_many_attachments update_failed`,
  'chat.postEphemeral': `cannot_reply_to_message channel_not_found invalid_attachments invalid_blocks
    invalid_blocks_format is_archived is_bot markdown_text_conflict message_limit_exceeded messages_tab_disabled
    msg_too_long no_text not_in_channel restricted_action too_many_attachments user_not_in_channel`,
  'conversations.history':
    'channel_not_found invalid_cursor pagination_not_available invalid_ts_latest invalid_ts_oldest',
  'conversations.replies': 'channel_not_found thread_not_found invalid_cursor invalid_ts_latest invalid_ts_oldest',
  'files.getUploadURLExternal': `missing_argument storage_limit_reached file_uploads_disabled
    file_upload_size_restricted snippet_too_large unknown_snippet_type unknown_subtype alt_txt_too_large`,
  'files.completeUploadExternal': 'invalid_channel posting_to_channel_denied file_not_found file_update_failed',
  'files.delete': 'file_not_found file_deleted cant_delete_file',
  'users.info': 'user_not_found user_not_visible',
  'views.open': 'duplicate_external_id view_too_large invalid_trigger_id expired_trigger_id exchanged_trigger_id',
  'views.publish': 'hash_conflict duplicate_external_id view_too_large not_enabled',
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean)
const ALL = [...new Set([...wordsOf(COMMON), ...Object.values(OF_METHODS).flatMap(wordsOf)])]

/** Words of the emulator that belong to methods and sign-ins we never call. */
const NOT_OURS = wordsOf(`already_archived already_in_channel already_pinned already_reacted bad_redirect_uri
  bad_verification_code cant_archive_general cant_invite_self cant_kick_from_general cant_kick_self cant_leave_general
  incorrect_client_credentials invalid_bookmark_type invalid_client invalid_client_id invalid_code invalid_grant
  invalid_name invalid_name_specials invalid_presence invalid_scheduled_message_id invalid_time last_member name_taken
  no_item_specified no_pin no_reaction not_archived time_in_past time_too_far too_many_bookmarks too_many_users
  unsupported_grant_type users_list_not_supplied`)

/** The words in the file of the emulator that knows chat.postMessage. */
function emulated(): string[] {
  const folder = new URL('../../../node_modules/emulate/dist/', import.meta.url)
  const texts = readdirSync(folder)
    .filter(name => name.endsWith('.js'))
    .map(name => readFileSync(new URL(name, folder), 'utf8'))
  const slack = texts.filter(text => text.includes('chat.postMessage')).join('\n')
  return [...new Set([...slack.matchAll(/slackError\(\w+, "([a-z_]+)"/g)].map(([, word = '']) => word))]
}

const delivery: Delivery = {
  id: 7n,
  platform: 'slack',
  address: 'CICBC',
  message: {
    id: 7n,
    room: { kind: 'desk', desk: 'icbc', thread: 'lead-1' },
    direction: 'out',
    card: { lines: [{ kind: 'text', text: '新线索' }] },
    at: '2026-03-02T01:00:00.000Z',
  },
  attempts: 1,
  uncertain: false,
  lease: 'x',
}
const files: Files = { put: async () => undefined, forget: async () => undefined }

/** What becomes of a card whose post Slack refuses with this word. */
async function sentTo(word: string): Promise<DeliveryResult> {
  const error = { code: 'slack_webapi_platform_error', data: { ok: false, error: word } }
  const send = createSend({
    call: async () => readError(error),
    now: () => new Date('2026-03-02T01:00:00.000Z'),
    random: () => 1,
    log: () => {},
    accountOf: () => undefined,
    files,
  })
  return send(delivery)
}

test('every word of every method we call has a kind', () => {
  expect(ALL.filter(word => refusalKind(word) === undefined)).toEqual([])
  expect(ALL.length).toBeGreaterThan(80)
})

test('every word of the emulator has one, or belongs to a method we do not call', () => {
  const words = emulated()
  expect(words).toContain('channel_not_found')
  expect(words.filter(word => refusalKind(word) === undefined && !NOT_OURS.includes(word))).toEqual([])
})

const END = {
  limited: { is: 'later', code: 'limited', at: '2026-03-02T01:00:30.000Z' },
  unsure: { is: 'uncertain' },
  passing: { is: 'later', at: '2026-03-02T01:00:01.000Z' },
  standing: { is: 'later', at: '2026-03-02T01:01:00.000Z', code: expect.stringMatching(/^mend-/) },
  final: { is: 'dead' },
} as const

test('a card ends as its refusal’s kind says, whatever the word', async () => {
  for (const word of ALL) {
    const kind = refusalKind(word) ?? 'final'
    const result = await sentTo(word)
    expect([word, result]).toEqual([word, expect.objectContaining(END[kind])])
    if (kind === 'final') expect(result).toEqual({ is: 'dead', code: word })
  }
})

test('a word that nobody has seen before ends the message with an alarm: nothing is lost and nothing goes on for ever', async () => {
  expect(refusalKind('quite_new')).toBeUndefined()
  expect(await sentTo('quite_new')).toEqual({ is: 'dead', code: 'quite_new' })
})
