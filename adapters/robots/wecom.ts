// WeCom (企业微信): a message push of one group. It has no signature: the address is the secret. Cards of the kind text_notice
// hold plain words only. Address, lengths, limit: https://developer.work.weixin.qq.com/document/path/91770
// Codes: https://developer.work.weixin.qq.com/document/path/90313
import { cut } from '../delivery/words.ts'
import { type RobotKind, refusedBy, type Said } from './kind.ts'
import {
  LIMITED_MS,
  WECOM_DESC_CHARS_MAX,
  WECOM_LABEL_CHARS_MAX,
  WECOM_PACE,
  WECOM_ROWS_MAX,
  WECOM_TEXT_CHARS_MAX,
  WECOM_TITLE_CHARS_MAX,
  WECOM_VALUE_CHARS_MAX,
} from './limits.ts'

const BUSY = -1
/** too often, and too many at once */
const LIMITED: ReadonlySet<number> = new Set([45009, 45033])
/** card_action.type: opens an address */
const OPENS_ADDRESS = 1

function cardOf({ title, rows, open, link, mark }: Said): object {
  const labelled = rows.filter(row => row.label !== undefined).slice(0, WECOM_ROWS_MAX)
  const words = rows.filter(row => row.label === undefined).map(row => row.text)
  return {
    card_type: 'text_notice',
    main_title: {
      title: cut(title, WECOM_TITLE_CHARS_MAX),
      ...(mark === undefined ? {} : { desc: cut(`#${mark}`, WECOM_DESC_CHARS_MAX) }),
    },
    ...(words.length > 0 ? { sub_title_text: cut(words.join('\n'), WECOM_TEXT_CHARS_MAX) } : {}),
    ...(labelled.length > 0
      ? {
          horizontal_content_list: labelled.map(({ label = '', text }) => ({
            keyname: cut(label, WECOM_LABEL_CHARS_MAX),
            value: cut(text, WECOM_VALUE_CHARS_MAX),
          })),
        }
      : {}),
    jump_list: [{ type: OPENS_ADDRESS, title: open, url: link }],
    card_action: { type: OPENS_ADDRESS, url: link },
  }
}

export const WECOM: RobotKind = {
  platform: 'wecom',
  pace: WECOM_PACE,
  signs: false,
  isWebhook: ({ pathname, searchParams }) =>
    pathname === '/cgi-bin/webhook/send' &&
    /^[\w-]+$/.test(searchParams.get('key') ?? '') &&
    [...searchParams.keys()].join() === 'key',
  request: (said, { url }) => ({ url, body: { msgtype: 'template_card', template_card: cardOf(said) } }),
  read(answer) {
    const code = answer['errcode']
    if (typeof code !== 'number') return { is: 'unknown', code: 'garbled' }
    if (code === 0) return { is: 'done', result: undefined }
    if (code === BUSY) return { is: 'unreached', code: 'busy' }
    return LIMITED.has(code) ? { is: 'limited', waitMs: LIMITED_MS } : refusedBy(code)
  },
}
