// Slack's limits and our patience with it, in one table. The block limits are those of @slack/types' documentation.
import type { PaceRule } from '../delivery/pace.ts'

export const BLOCKS_MAX = 50
export const HEADER_CHARS_MAX = 150
export const FIELDS_MAX = 10
export const FIELD_CHARS_MAX = 2_000
export const CONTEXT_CHARS_MAX = 2_000
export const ROW_BUTTONS_MAX = 25
export const BUTTON_CHARS_MAX = 75
export const VALUE_CHARS_MAX = 2_000
/** of one line in a rich text, ours: a desk card is read at a glance */
export const LINE_CHARS_MAX = 2_500
/** of one rich text block, ours: Slack names no number */
export const RICH_CHARS_MAX = 2_900
/** of all blocks together, ours: Slack refuses somewhat above this */
export const TOTAL_CHARS_MAX = 12_000
/** of what a customer or clerk typed; the rest is counted, and stands in full at the desk page */
export const QUOTE_CHARS_MAX = 1_000
/** of the notification text, before escaping */
export const FALLBACK_CHARS_MAX = 500
/** people rung by one card */
export const CALLS_MAX = 10
export const NAME_CHARS_MAX = 60
/** of a modal: title and both buttons */
export const MODAL_CHARS_MAX = 24
export const LABEL_CHARS_MAX = 2_000
export const OPTION_CHARS_MAX = 75
export const OPTION_VALUE_CHARS_MAX = 150
/** up to here options are seen at once, above they fold into a list */
export const OPTIONS_OPEN_MAX = 10
export const OPTIONS_MAX = 100
export const INPUT_CHARS_MAX = 3_000
export const METADATA_CHARS_MAX = 3_000

/** One post a second in a channel; Slack's tiers bound the rest. */
export const CHANNEL_PACE: PaceRule = { everyMs: 1_000, burst: 1 }
export const TOTAL_PACE: PaceRule = { everyMs: 50, burst: 20 }

export const CALL_MS_MAX = 10_000
/** of the bytes of one file */
export const UPLOAD_MS_MAX = 15_000
/** a rate limit without a wait of its own */
export const RETRY_AFTER_S = 30
export const STOP_MS_MAX = 3_000

/** a whole request; Slack sends at once */
export const REQUEST_MS_MAX = 30_000
export const BODY_BYTES_MAX = 1_048_576
/** A request older or newer than this is refused. */
export const SKEW_S_MAX = 300
/** Slack gives up after 3 s and sends again. */
export const ANSWER_MS_MAX = 2_900
/** A trigger lives 3 s, and what did not open in this time must still be stored and acknowledged. */
export const OPEN_MS_MAX = 1_500
/** A reply waits this long for the one before it in its channel; then it goes on alone. */
export const ORDER_MS_MAX = 1_000
/** asking for a name must leave time to store the event */
export const NAME_MS_MAX = 1_000
export const NAMES_MAX = 5_000
/** no "hello" on a new socket within this: try another */
export const HELLO_MS_MAX = 30_000

/** looking for a message of ours after a lost answer */
export const FIND_PAGE = 100
export const FIND_PAGES_MAX = 5
/** clocks differ: look this much before the message was written */
export const FIND_SLACK_S = 600
