// Telegram's limits and our patience with it, in one table. Lengths are counted in UTF-16 units, the strictest reading
// of "characters" in the Bot API's documentation.
import type { PaceRule } from '../delivery/pace.ts'

/** of the visible text, after HTML parsing */
export const PART_CHARS_MAX = 4_096
export const ROW_BUTTONS_MAX = 8
export const BUTTON_CHARS_MAX = 100
export const DESCRIPTION_CHARS_MAX = 120

/** About one message a second in a chat with short bursts, thirty a second in all: we stay below. */
export const CHAT_PACE: PaceRule = { everyMs: 1_000, burst: 3 }
export const TOTAL_PACE: PaceRule = { everyMs: 40, burst: 20 }

export const CALL_MS_MAX = 15_000
/** telegraf asks for polls of 50 s */
export const POLL_MS_MAX = 65_000
/** no poll answered for this long: the loop is deaf and is started anew */
export const DEAF_MS = 90_000
export const STOP_MS_MAX = 3_000
/** a refused token needs a person; asking again is only for the case that Telegram erred */
export const TOKEN_REFUSED_WAIT_MS = 300_000

/** how often one chat may get the same polite line */
export const POLITE_EVERY_MS = 10_000
export const POLITE_CHATS_MAX = 1_000
/** chats whose newest message we remember */
export const NEWEST_CHATS_MAX = 20_000
/** half-sent long messages we remember */
export const PROGRESS_MAX = 1_000

/** a paper of a company */
export const FILE_BYTES_MAX = 10 * 1_048_576
export const FILE_MS_MAX = 20_000
export const FILE_TRIES_MAX = 2

/** one update of Telegram is far smaller; what is larger is not from there */
export const HOOK_BODY_BYTES_MAX = 1_048_576
/** the inbox has this long; Telegram waits a minute and then sends again */
export const HOOK_ANSWER_MS_MAX = 20_000
/** how often we look whether Telegram still calls us */
export const HOOK_CHECK_MS = 300_000
/** updates Telegram may hand us at once; the inbox takes them one by one anyway */
export const HOOK_CONNECTIONS_MAX = 20

/** one process polls while it holds this; the database keeps it for the others otherwise */
export const POLLER_LEASE_MS = 30_000
export const POLLER_RENEW_MS = 10_000
