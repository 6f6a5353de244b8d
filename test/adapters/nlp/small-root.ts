// A project folder with a handful of training utterances, so that a real worker is trained in an instant. It is removed with
// the test that asked for it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

const ZH = `
intents:
  ask-rate: [利息多少, 利率高不高, 年化几个点, 一年要付多少利息]
  greet: [你好, 您好呀, 早上好, 有人在吗]
  human: [转人工, 找真人客服, 我要跟人说话, 让人打给我]
none: [今天天气怎么样, 房贷首付几成, 讲个笑话, 帮我订一张票]
`
const EN = `
intents:
  ask-rate: [what is the interest rate, how much interest, is the rate fixed]
  greet: [hello, good morning, is anybody there]
  human: [talk to a person, real human please, call me back]
none: [will it rain, tell me a joke, book a flight]
`

/** A worker may be writing its model while the folder goes. */
const REMOVALS_MAX = 5

export interface SmallRoot {
  readonly root: string
  readonly cacheFolder: string
}

export function smallRoot(zh = ZH, en = EN): SmallRoot {
  const root = mkdtempSync(path.join(os.tmpdir(), 'yinqi-nlp-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true, maxRetries: REMOVALS_MAX }))
  mkdirSync(path.join(root, 'bot', 'intents'), { recursive: true })
  writeFileSync(path.join(root, 'bot', 'intents', 'zh.yaml'), zh)
  writeFileSync(path.join(root, 'bot', 'intents', 'en.yaml'), en)
  return { root, cacheFolder: path.join(root, 'cache') }
}
