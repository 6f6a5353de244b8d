// Buttons ↔ what they mean. A press is short ASCII, because Telegram gives back at most 64 bytes; it comes from outside and
// is parsed like any other input.
import { PRESS_BYTES_MAX } from './card.ts'

/** verb → what its arguments are */
export const VERBS = {
  a: 'answer: fact, option',
  m: 'toggle one of several options: fact, option',
  md: 'several options are chosen: fact',
  ls: 'list the options: fact',
  k: 'a ready answer: fact, index',
  o: 'one question at a time',
  v: 'one of the readings offered: index',
  vn: 'none of the readings offered',
  vo: 'the reading offered is right, the earlier answer is wrong',
  py: 'what was read on a page is right',
  pn: 'nothing of the page is kept',
  s: 'skip: fact',
  e: 'change: fact',
  b: 'back',
  r: 'review',
  x: 'results',
  xr: 'everything unsuitable, with reasons',
  pl: 'whole plans',
  w: 'why this question',
  go: 'carry on',
  q: 'help',
  h: 'a person',
  lang: 'language: zh or en',
  i: 'the intent that was meant: intent',
  p: 'product: id',
  ap: 'apply: product',
  to: 'apply at: institution, product, "pre" for its pre-offer',
  sc: 'rating in full: model',
  ct: 'tick or untick a field: fact',
  cy: 'consent given',
  cn: 'consent refused',
  vs: 'ask for a visit: the desk that proposed it',
  vc: 'the time of a visit suits: visit',
  vm: 'other times: visit',
  vt: 'another time: visit, slot',
  vx: 'call the visit off: visit',
  vd: 'a step is done: visit, step',
  vl: 'a step needs more time: visit, step',
  st: 'status',
  rp: 'reply: lead or visit',
  te: 'end the talk: lead or visit',
  fl: 'the paper goes to: lead or visit',
  fn: 'the paper goes to nobody',
  rv: 'list consents to withdraw',
  wd: 'withdraw: consent',
  ex: 'export everything',
  dd: 'delete everything?',
  dy: 'delete: yes',
  dn: 'delete: no',
  rs: 'start over?',
  ry: 'start over: yes',
  rn: 'start over: no',
  sl: 'who is next when nobody takes a lead?',
  sb: 'a reserve: institution, product',
  lr: 'can be reached again: lead',
  fb: 'feedback: lead, question, yes or no',
  qt: 'no messages that nobody asked for',
  nw: 'hear when something new fits: yes or no, or not of this pre-offer: product',
  L: 'lead: id, verb, argument',
  V: 'visit: id, verb, argument',
} as const
export type Verb = keyof typeof VERBS

export interface Press {
  readonly verb: Verb
  readonly args: readonly string[]
}

const isVerb = (word: string): word is Verb => Object.hasOwn(VERBS, word)

/** Writes a press. Throws when it would not fit: data checks keep ids short enough. */
export function press(verb: Verb, ...args: readonly string[]): string {
  const written = [verb, ...args].join(':')
  if (written.length > PRESS_BYTES_MAX || !/^[\x21-\x7e]+$/.test(written))
    throw new RangeError(`a button cannot carry ${written}`)
  return written
}

/** Reads a press; undefined when it is none of ours. */
export function readPress(written: string): Press | undefined {
  if (written.length > PRESS_BYTES_MAX) return undefined
  const [verb = '', ...args] = written.split(':')
  return isVerb(verb) ? { verb, args } : undefined
}
