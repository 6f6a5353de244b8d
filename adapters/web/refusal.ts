// Why a request was not taken: one table of codes, each with its status and its words. The page shows the words as they are.
import type { FastifyReply } from 'fastify'
import type { Words } from '#engine'
import { LIMITS } from './limits.ts'

interface Reason {
  readonly status: number
  readonly message: Words
}

export const REFUSALS = {
  'unknown-host': {
    status: 421,
    message: {
      zh: '这个地址不是银企桥的地址，请用启动时显示的网址打开。',
      en: 'This address is not ours. Please open the address shown at start.',
    },
  },
  'foreign-origin': {
    status: 403,
    message: { zh: '请求来自别的网页，已拒绝。', en: 'The request came from another site and was refused.' },
  },
  'desk-loopback-only': {
    status: 403,
    message: {
      zh: '工作台还没有设置登录，所以只在本机（127.0.0.1）开放演示。正式使用请设置 DESK_SIGN_IN，或接入 Slack。',
      en: 'No sign-in is set up for the desk, so its demo opens on this machine (127.0.0.1) only. For real use, set DESK_SIGN_IN or connect Slack.',
    },
  },
  'not-signed-in': {
    status: 401,
    message: { zh: '请先登录工作台。', en: 'Please sign in to the desk first.' },
  },
  'token-missing': {
    status: 403,
    message: {
      zh: '这个页面已经过时，请刷新后再试；写好的话不会丢。',
      en: 'This page is out of date. Please reload; what you wrote is kept.',
    },
  },
  'link-spent': {
    status: 410,
    message: {
      zh: '这条登录链接已经用过或过期了，请向管理员再要一条。',
      en: 'This sign-in link was used already or has expired. Please ask for a new one.',
    },
  },
  'no-session': {
    status: 401,
    message: {
      zh: '会话已失效，请刷新页面；如果仍然不行，请允许本站使用 Cookie。',
      en: 'The session has ended. Please reload; if it persists, allow cookies for this site.',
    },
  },
  'too-fast': {
    status: 429,
    message: { zh: '发得有点快，请稍等几秒。', en: 'A little too fast. Please wait a few seconds.' },
  },
  'too-many-streams': {
    status: 503,
    message: {
      zh: '打开的页面太多了，请关掉几个再试。',
      en: 'Too many open pages. Please close some and try again.',
    },
  },
  'too-long': {
    status: 413,
    message: {
      zh: `这段话有点长，一次最多 ${LIMITS.textChars} 字，请分几次发。`,
      en: `That is a little long: at most ${LIMITS.textChars} characters at a time. Please send it in parts.`,
    },
  },
  empty: {
    status: 400,
    message: { zh: '还没有写内容。', en: 'There is nothing to send yet.' },
  },
  malformed: {
    status: 400,
    message: { zh: '没看懂这个请求，请刷新页面后再试。', en: 'The request could not be read. Please reload the page.' },
  },
  'not-a-paper': {
    status: 415,
    message: {
      zh: '只收 pdf、jpg、png 文件；其他格式请先转成 pdf 再发。',
      en: 'Only pdf, jpg and png files are taken; please convert others to pdf first.',
    },
  },
  'paper-too-large': {
    status: 413,
    message: {
      zh: '文件太大，每个不超过 10 MB，请压缩或分开再发。',
      en: 'Too large: at most 10 MB a file. Please compress or split it.',
    },
  },
  'paper-too-early': {
    status: 409,
    message: { zh: '请先说说企业情况，再发材料。', en: 'Please tell us about the company first, then send papers.' },
  },
  'too-many-papers': {
    status: 409,
    message: { zh: '材料已经很多了，这份没有保存。', en: 'There are many papers already; this one was not kept.' },
  },
  'manager-only': {
    status: 403,
    message: {
      zh: '预授信邀请由名单上的主管办理，请用主管的名字或请主管来办。',
      en: 'Pre-offers are for the manager on the list: please use their name, or ask them.',
    },
  },
  'unknown-desk': {
    status: 404,
    message: { zh: '没有这个工作台。', en: 'There is no such desk.' },
  },
  'not-found': {
    status: 404,
    message: { zh: '这里没有内容。', en: 'There is nothing here.' },
  },
  unavailable: {
    status: 503,
    message: {
      zh: '系统正忙，消息已留在您的页面上，稍后自动重发。',
      en: 'We are busy. Your message stays on your page and is sent again shortly.',
    },
  },
} as const satisfies Record<string, Reason>

export type RefusalCode = keyof typeof REFUSALS

/** Answers with the code, its words, and the id under which the operator finds the request. */
export function refuse(reply: FastifyReply, code: RefusalCode): FastifyReply {
  const { status, message } = REFUSALS[code]
  return reply.code(status).send({ error: code, message, request: reply.request.id })
}

/** Asks to come again in so many seconds. */
export const tooFast = (reply: FastifyReply, seconds: number): FastifyReply =>
  refuse(reply.header('retry-after', String(seconds)), 'too-fast')
