// What the three kinds of group robots take, in one table. Sources stand in the file of each kind; the paces stay below what
// is allowed, for another process may send to the same robot.
import type { PaceRule } from '../delivery/pace.ts'

/** Feishu: 5 a second and 100 a minute for one robot, 20 KB for one request. */
export const FEISHU_PACE: PaceRule = { everyMs: 700, burst: 4 }
export const FEISHU_BYTES_MAX = 20 * 1_024
/** DingTalk: 20 a minute; who sends more is silenced for ten minutes. 20,000 bytes. */
export const DINGTALK_PACE: PaceRule = { everyMs: 3_600, burst: 3 }
export const DINGTALK_SILENCED_MS = 600_000
export const DINGTALK_BYTES_MAX = 20_000
/** WeCom: 20 a minute. Lengths are those of a card of the kind text_notice. */
export const WECOM_PACE: PaceRule = { everyMs: 3_600, burst: 3 }
export const WECOM_TITLE_CHARS_MAX = 26
export const WECOM_DESC_CHARS_MAX = 30
export const WECOM_TEXT_CHARS_MAX = 112
export const WECOM_ROWS_MAX = 6
export const WECOM_LABEL_CHARS_MAX = 5
export const WECOM_VALUE_CHARS_MAX = 26

/** ours: a notice is read at a glance */
export const TITLE_CHARS_MAX = 60
export const ROW_CHARS_MAX = 200
export const ROWS_MAX = 12

/** a limit that names no wait */
export const LIMITED_MS = 60_000
export const CALL_MS_MAX = 10_000
export const ANSWER_BYTES_MAX = 65_536
