// What each word means with which Slack says no. Only four kinds matter to a delivery: too fast, nobody knows, not now, and
// no; of the last, some are mended by a person without touching the message, which then waits, and all others end it with an
// alarm. A word that stands nowhere here is of that last kind: nothing is lost by it, and somebody is told.
// Source: the pages of the methods we call, https://docs.slack.dev/reference/methods (as stored on 2026-11-22).

export type RefusalKind =
  /** too fast: waits as long as Slack says */
  | 'limited'
  /** part of it may have been done */
  | 'unsure'
  /** nothing was done, and nobody needs to do anything: Slack is busy with itself, or the request did not come through */
  | 'passing'
  /** the app's standing in the workspace: a person puts it right, and the message waits for that */
  | 'standing'
  /** this message in this place, for good */
  | 'final'

const WORDS: Readonly<Record<RefusalKind, string>> = {
  limited: 'ratelimited rate_limited message_limit_exceeded',
  unsure: 'internal_error fatal_error service_unavailable update_failed file_update_failed',
  passing: `request_timeout team_added_to_org org_login_required external_channel_migrating streaming_state_conflict
    hash_conflict bad_timestamp`,
  standing: `not_authed invalid_auth invalid_token account_inactive token_revoked token_expired missing_scope no_permission
    access_denied accesslimited ekm_access_denied enterprise_is_restricted team_access_not_granted not_allowed_token_type
    two_factor_setup_required not_authorized`,
  final: `channel_not_found not_in_channel is_archived is_inactive team_not_found duplicate_channel_not_found
    duplicate_message_not_found
    restricted_action restricted_action_read_only_channel restricted_action_thread_only_channel
    restricted_action_non_threadable_channel cannot_reply_to_message messages_tab_disabled invalid_channel
    posting_to_channel_denied method_not_supported_for_channel_type user_not_in_channel user_not_found user_not_visible
    users_not_found is_bot bot_not_found
    msg_too_long too_long no_text too_many_attachments too_many_contact_cards attachment_payload_limit_exceeded
    invalid_attachments invalid_blocks invalid_blocks_format invalid_link markdown_text_conflict block_mismatch
    invalid_metadata_format invalid_metadata_schema metadata_must_be_sent_from_app metadata_too_large
    slack_connect_file_link_sharing_blocked slack_connect_blocked_file_type slack_connect_canvas_sharing_blocked
    slack_connect_clip_sharing_blocked slack_connect_lists_sharing_blocked
    message_not_found cant_update_message edit_window_closed cant_broadcast_message no_dual_broadcast_content_update
    cant_delete_message thread_not_found
    file_not_found file_deleted cant_delete_file storage_limit_reached file_uploads_disabled file_upload_size_restricted
    snippet_too_large unknown_snippet_type unknown_subtype alt_txt_too_large missing_argument
    invalid_view view_too_large view_not_found duplicate_external_id not_enabled invalid_trigger_id expired_trigger_id
    exchanged_trigger_id push_limit_reached
    invalid_cursor pagination_not_available invalid_ts_latest invalid_ts_oldest invalid_ts
    as_user_not_supported invalid_arguments invalid_arg_name invalid_array_arg invalid_charset invalid_form_data
    invalid_json invalid_post_type missing_post_type unknown_method method_deprecated deprecated_endpoint not_found`,
}

const KINDS: ReadonlyMap<string, RefusalKind> = new Map(
  (Object.entries(WORDS) as [RefusalKind, string][]).flatMap(([kind, words]) =>
    words.split(/\s+/).map(word => [word, kind] as const),
  ),
)

/** The kind of a refusal; undefined for a word that Slack's pages do not name, which ends the message like `final`. */
export const refusalKind = (code: string): RefusalKind | undefined => KINDS.get(code)
