// DingTalk: a custom robot of one group. Its cards are Markdown without a way to escape, so what would be markup is written in
// full width. Address, signature, limit: https://open.dingtalk.com/document/orgapp/custom-robot-access
// Codes: https://open.dingtalk.com/document/orgapp/custom-robots-send-group-messages
import { createHmac } from 'node:crypto'
import { type RobotKind, refusedBy, rowText, type Said } from './kind.ts'
import { DINGTALK_PACE, DINGTALK_SILENCED_MS, LIMITED_MS } from './limits.ts'

const MS_PER_S = 1_000
const BUSY = -1
const TOO_FAST = 130101
/** of the gateway before it, which has codes of its own */
const GATEWAY_TOO_FAST = 1111

/** Base64 of the signature; the address carries it percent-encoded. */
export const dingtalkSign = (milliseconds: string, secret: string): string =>
  createHmac('sha256', secret).update(`${milliseconds}\n${secret}`).digest('base64')

const FULL_WIDTH_FROM = 0xfee0
/** Markdown's signs, and @, which rings people */
const MARKUP = /[!#&*()<>@[\\\]_`{|}~]|(?<=:)\/|^[-+=]|^(?=\d+\.\s)/gmu

/** The same words with nothing in them that Markdown would take for its own. */
export function withoutMarkup(text: string): string {
  return text.replace(MARKUP, sign => (sign === '' ? '·' : String.fromCodePoint(sign.charCodeAt(0) + FULL_WIDTH_FROM)))
}

function markdownOf({ title, rows, mark }: Said): string {
  const lines = [...rows.map(rowText), ...(mark === undefined ? [] : [`#${mark}`])]
  // an empty line between two: a single break is swallowed on the phone
  return [`**${withoutMarkup(title)}**`, ...lines.map(withoutMarkup)].join('\n\n')
}

export const DINGTALK: RobotKind = {
  platform: 'dingtalk',
  pace: DINGTALK_PACE,
  signs: true,
  isWebhook: ({ pathname, searchParams }) =>
    pathname === '/robot/send' &&
    /^\w+$/.test(searchParams.get('access_token') ?? '') &&
    [...searchParams.keys()].join() === 'access_token',
  request(said, { url, secret }, at) {
    const address = new URL(url)
    if (secret !== undefined) {
      const timestamp = String(at.getTime())
      address.searchParams.set('timestamp', timestamp)
      address.searchParams.set('sign', dingtalkSign(timestamp, secret))
    }
    const actionCard = {
      title: withoutMarkup(said.title),
      text: markdownOf(said),
      singleTitle: said.open,
      singleURL: said.link,
    }
    return { url: address.href, body: { msgtype: 'actionCard', actionCard } }
  },
  read(answer) {
    const code = answer['errcode']
    if (answer['status'] === GATEWAY_TOO_FAST) {
      const seconds = answer['wait']
      return { is: 'limited', waitMs: typeof seconds === 'number' ? seconds * MS_PER_S : LIMITED_MS }
    }
    if (typeof code !== 'number') return { is: 'unknown', code: 'garbled' }
    if (code === 0) return { is: 'done', result: undefined }
    if (code === BUSY) return { is: 'unreached', code: 'busy' }
    return code === TOO_FAST ? { is: 'limited', waitMs: DINGTALK_SILENCED_MS } : refusedBy(code)
  },
}
