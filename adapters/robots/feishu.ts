// Feishu and Lark: a custom bot of one group. All words go as plain_text, so that nothing in them is markup or rings anybody.
// Address, signature, limits and codes: https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
import { createHmac } from 'node:crypto'
import { type RobotKind, refusedBy, rowText, type Said } from './kind.ts'
import { FEISHU_PACE, LIMITED_MS } from './limits.ts'

const PATH = /^\/open-apis\/bot\/v2\/hook\/[\w-]+$/
const MS_PER_S = 1_000

/** frequency limited, said in a 200; other numbers have been seen beside the same words */
const LIMITED = 11232
const LIMITED_WORDS = /frequency limited|too many requests?/i

/** Key and message are the other way round than one expects: what is signed is nothing, with the stamp in the key. */
export const feishuSign = (seconds: string, secret: string): string =>
  createHmac('sha256', `${seconds}\n${secret}`).update('').digest('base64')

const plain = (content: string) => ({ tag: 'plain_text', content })

function cardOf({ title, rows, open, link, mark }: Said): object {
  return {
    config: { wide_screen_mode: true },
    header: { template: 'blue', title: plain(title) },
    elements: [
      ...(rows.length > 0 ? [{ tag: 'div', text: plain(rows.map(rowText).join('\n')) }] : []),
      { tag: 'action', actions: [{ tag: 'button', type: 'primary', text: plain(open), url: link }] },
      ...(mark === undefined ? [] : [{ tag: 'note', elements: [plain(`#${mark}`)] }]),
    ],
  }
}

export const FEISHU: RobotKind = {
  platform: 'feishu',
  pace: FEISHU_PACE,
  signs: true,
  isWebhook: url => PATH.test(url.pathname) && url.search === '',
  request(said, { url, secret }, at) {
    const timestamp = String(Math.floor(at.getTime() / MS_PER_S))
    const signed = secret === undefined ? {} : { timestamp, sign: feishuSign(timestamp, secret) }
    return { url, body: { ...signed, msg_type: 'interactive', card: cardOf(said) } }
  },
  read(answer) {
    const code = answer['code'] ?? answer['StatusCode']
    if (typeof code !== 'number') return { is: 'unknown', code: 'garbled' }
    if (code === 0) return { is: 'done', result: undefined }
    const isLimited = code === LIMITED || LIMITED_WORDS.test(String(answer['msg'] ?? ''))
    return isLimited ? { is: 'limited', waitMs: LIMITED_MS } : refusedBy(code)
  },
}
