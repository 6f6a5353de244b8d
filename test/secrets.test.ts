// No secret in any file of the whole history: what was committed once is known to everybody for ever. Every blob that git holds
// is searched for what tokens, keys and addresses with passwords look like; made-up ones that tests need are listed by name.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './support/rulebook.ts'

/** What a secret looks like, put together so that this file is not its own first find. */
const LOOKS: readonly (readonly [string, RegExp])[] = [
  ['a bot token of Telegram', /\b\d{8,10}:AA[\w-]{33}\b/g],
  ['a token of Slack', /\bxox[abeoprs]-\d{8,}-[\w-]{10,}|\bxapp-\d-[A-Z0-9]{8,}-\d+-[0-9a-f]{30,}/g],
  ['a webhook of Slack', /hooks\.slack\.com\/services\/T[A-Z0-9]{6,}\/B[A-Z0-9]{6,}\/\w{16,}/g],
  ['a robot of Feishu', /open\.feishu\.cn\/open-apis\/bot\/v2\/hook\/[0-9a-f]{8}-[0-9a-f-]{27}/g],
  ['a robot of DingTalk', /oapi\.dingtalk\.com\/robot\/send\?access_token=[0-9a-f]{64}/g],
  ['a robot of WeCom', /qyapi\.weixin\.qq\.com\/cgi-bin\/webhook\/send\?key=[0-9a-f]{8}-[0-9a-f-]{27}/g],
  ['a private key', new RegExp(`-----BEGIN (?:[A-Z]+ )*PRIVATE ${'KEY'}-----`, 'g')],
  ['a key of a cloud', /\b(?:AKIA|ASIA|LTAI)[A-Z0-9]{16}\b|\bAIza[\w-]{35}\b/g],
  [
    'a token of a code host',
    /\bgh[opsur]_[A-Za-z0-9]{36}\b|\bgithub_pat_\w{60,}|\bnpm_[A-Za-z0-9]{36}\b|\bglpat-[\w-]{20}\b/g,
  ],
  ['a key of a model service', /\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,}/g],
  ['a signed token', /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/g],
  [
    'a password in an address',
    /\b(?:postgres(?:ql)?|mysql|redis|amqp|https?):\/\/[\w.-]+:[^\s:@/'"`$<>{}…]{6,}@[\w.-]+/g,
  ],
  ['a master key', /\bMASTER_KEY=[A-Za-z0-9+/]{43}=/g],
]
/** Files that must never be added, whatever is in them. */
const NEVER = /(?:^|\/)(?:\.env(?:\.(?!example$)\w+)?|master\.key|id_(?:rsa|ed25519)|.*\.(?:pem|p12|pfx|keystore))$/

/** Made up, for tests; each with the reason why it looks so. */
const MADE_UP: readonly string[] = [
  // .env.example shows how such an address is written
  'postgresql://user:password@host',
]

/** What is planted to be found again calls itself a canary. */
const isMadeUp = (secret: string): boolean => MADE_UP.includes(secret) || secret.includes('canary')

const git = (...words: string[]): string =>
  execFileSync('git', words, { cwd: ROOT, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
const hasHistory = existsSync(path.join(ROOT, '.git'))

/** Each blob once, with a path it had. */
function blobs(): Map<string, string> {
  const lines = git('rev-list', '--objects', '--all').split('\n')
  return new Map(lines.flatMap(line => (line.includes(' ') ? [[line.slice(0, 40), line.slice(41)] as const] : [])))
}

/** Hands every object over, one after the other, as git prints them. */
async function readAll(ids: readonly string[], take: (id: string, text: string) => void): Promise<void> {
  const child = spawn('git', ['cat-file', '--batch'], { cwd: ROOT, stdio: ['pipe', 'pipe', 'ignore'] })
  child.stdin.end(`${ids.join('\n')}\n`)
  let rest = Buffer.alloc(0)
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const end = rest.indexOf(10)
      const [, id = '', kind = '', size = '0'] =
        /^(\w+) (\w+) (\d+)$/.exec(rest.toString('latin1', 0, Math.max(end, 0))) ?? []
      const from = end + 1
      const to = from + Number(size)
      if (end < 0 || rest.length <= to) break
      if (kind === 'blob') take(id, rest.toString('utf8', from, to))
      rest = rest.subarray(to + 1)
    }
  }
}

test('the looks are those of real secrets', () => {
  const made = (length: number, from = 'Aa1b2C3d4E5f6G7h8') => from.repeat(10).slice(0, length)
  const hex = (length: number) => made(length, '0a1b2c3d4e5f6789')
  const id = `${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`
  const shown = [
    `1234567890:AA${made(33)}`,
    `xoxb-${'1'.repeat(12)}-${made(24)}`,
    `https://hooks.slack.com/services/T${made(8).toUpperCase()}/B${made(8).toUpperCase()}/${made(24)}`,
    `https://open.feishu.cn/open-apis/bot/v2/hook/${id}`,
    `https://oapi.dingtalk.com/robot/send?access_token=${hex(64)}`,
    `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${id}`,
    `-----BEGIN RSA PRIVATE ${'KEY'}-----`,
    `AKIA${made(16).toUpperCase()}`,
    `ghp_${made(36)}`,
    `sk-${made(40)}`,
    `eyJ${made(30)}.eyJ${made(30)}.${made(30)}`,
    `postgresql://yinqi:${made(12)}@10.0.0.5:5432/yinqi`,
    `MASTER_KEY=${made(43)}=`,
  ]
  expect(LOOKS.map(([, look], at) => shown[at]?.replace(look, ''))).not.toEqual(shown)
  for (const [at, [name, look]] of LOOKS.entries())
    expect([name, (shown[at] ?? '').search(look) >= 0]).toEqual([name, true])
})

test.skipIf(!hasHistory)(
  'no blob of the history holds one, and no file of secrets was ever added',
  { timeout: 300_000 },
  async () => {
    const paths = blobs()
    expect(paths.size).toBeGreaterThan(100)
    expect([...new Set(paths.values())].filter(name => NEVER.test(name))).toEqual([])
    const found = new Set<string>()
    let read = 0
    await readAll([...paths.keys()], (id, text) => {
      read += 1
      for (const [name, look] of LOOKS)
        for (const [secret] of text.matchAll(look))
          if (!isMadeUp(secret)) found.add(`${name} in ${paths.get(id)}: ${secret.slice(0, 60)}`)
    })
    expect(read).toBeGreaterThan(100)
    expect([...found]).toEqual([])
  },
)
