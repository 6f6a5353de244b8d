// Settings from the environment, parsed once. Every wrong variable is named at once; a value is never printed.
import path from 'node:path'
import { z } from 'zod'
import { listOf } from './list-of.ts'
import { type Robots, readRobots } from './robots/settings.ts'
import { parseSlackChannels, type SlackDesks } from './slack/desks.ts'
import { readMasterKey } from './store/key-file.ts'
import { isLoopback } from './web/security.ts'
import { readWebConfig, WEB_VARIABLES, type WebConfig, webProblems, webVariables } from './web-config.ts'

const secret = z.string().min(10)
const masterKey = z.string().refine(text => readMasterKey(text) !== undefined)
const environmentSchema = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DATA_DIR: z.string().min(1).default('data'),
  MASTER_KEY: masterKey.optional(),
  MASTER_KEY_OLD: masterKey.optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3210),
  PUBLIC_NAMES: z.string().default(''),
  ...webVariables,
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{20,}$/)
    .optional(),
  TELEGRAM_API_ROOT: z.url().optional(),
  TELEGRAM_WEBHOOK_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .refine(url => new URL(url).pathname === '/')
    .optional(),
  SLACK_BOT_TOKEN: z.string().startsWith('xox').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp').optional(),
  SLACK_SIGNING_SECRET: secret.optional(),
  SLACK_CHANNELS: z.string().default(''),
  SLACK_PORT: z.coerce.number().int().min(0).max(65_535).default(3211),
  SLACK_API_URL: z.url().optional(),
  ROBOT_FEISHU: z.string().default(''),
  ROBOT_DINGTALK: z.string().default(''),
  ROBOT_WECOM: z.string().default(''),
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['quiet', 'info', 'debug']).default('info'),
})

/** What each variable is for, in the order of .env.example. */
export const VARIABLES: Record<keyof z.output<typeof environmentSchema>, string> = {
  DATABASE_URL: 'postgresql://… ; without it an embedded database in DATA_DIR is used',
  DATA_DIR: 'folder of the embedded database',
  MASTER_KEY:
    '32 random bytes in base64 that seal the stored data (openssl rand -base64 32); without it, a key file in DATA_DIR',
  MASTER_KEY_OLD: 'the master key before, while it is being replaced; see yinqi keys rotate',
  HOST: 'address to listen on; without sign-in the desk page opens on loopback only',
  PORT: 'port of the page, 0–65535',
  PUBLIC_NAMES: 'public host names, separated by commas, when a proxy stands in front',
  ...WEB_VARIABLES,
  TELEGRAM_BOT_TOKEN: 'token from BotFather, like 123456:ABC…; starts the Telegram bot',
  TELEGRAM_API_ROOT: 'another Bot API server, ending in /',
  TELEGRAM_WEBHOOK_ORIGIN:
    'https://bridge.example.cn: Telegram calls this server there instead of being polled; its name counts as a public name',
  SLACK_BOT_TOKEN: 'xoxb-…; starts the Slack app',
  SLACK_APP_TOKEN: 'xapp-…; Socket Mode, no public address needed',
  SLACK_SIGNING_SECRET: 'needed for Slack over HTTP',
  SLACK_CHANNELS: 'desk=channel pairs, separated by commas: icbc=C0123,shanxi-zonggai=C0456',
  SLACK_PORT: 'port of the Slack HTTP receiver, 0–65535',
  SLACK_API_URL: 'another Slack API server, ending in /',
  ROBOT_FEISHU: 'group robots of Feishu: desk=webhook address;secret, separated by commas',
  ROBOT_DINGTALK: 'group robots of DingTalk: desk=webhook address;secret, separated by commas',
  ROBOT_WECOM: 'group robots of WeCom: desk=webhook address, separated by commas',
  METRICS_TOKEN: 'at least 16 characters; who shows it as a bearer token may read /metrics from another machine',
  LOG_LEVEL: 'quiet, info or debug',
}

export interface Config extends WebConfig {
  readonly databaseUrl?: string | undefined
  readonly dataDir: string
  /** undefined: the key file in `dataDir` */
  readonly masterKey?: Buffer | undefined
  /** the one before, while it is being replaced */
  readonly oldMasterKey?: Buffer | undefined
  readonly host: string
  readonly port: number
  readonly publicNames: readonly string[]
  readonly telegram?:
    | { readonly token: string; readonly apiRoot?: string | undefined; readonly webhookOrigin?: string | undefined }
    | undefined
  readonly slack?:
    | {
        readonly botToken: string
        readonly appToken?: string | undefined
        readonly signingSecret?: string | undefined
        readonly port: number
        readonly apiUrl?: string | undefined
        readonly desks: SlackDesks
      }
    | undefined
  readonly robots?: Robots | undefined
  readonly metricsToken?: string | undefined
  readonly logLevel: 'quiet' | 'info' | 'debug'
}

/** Refuses the start; the message names every wrong variable and what it should be, never what it is. */
export class ConfigFault extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(`${problems.length} wrong setting(s) in the environment:\n${problems.join('\n')}`)
    this.name = 'ConfigFault'
    this.problems = problems
  }
}

const isVariable = (name: string): name is keyof typeof VARIABLES => Object.hasOwn(VARIABLES, name)

/**
 * Reads the configuration. An empty variable counts as absent.
 * @throws ConfigFault naming every wrong variable
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, folder = process.cwd()): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => isVariable(name) && value !== undefined && value !== ''),
  )
  const shape = environmentSchema.safeParse(given)
  const problems = shape.success
    ? []
    : [...new Set(shape.error.issues.map(issue => String(issue.path[0])))].map(
        name => `${name}: ${isVariable(name) ? VARIABLES[name] : 'unknown'}`,
      )
  const channels = parseSlackChannels(given['SLACK_CHANNELS'] ?? '')
  problems.push(...channels.problems.map(problem => `SLACK_CHANNELS: ${problem}`))
  if (given['MASTER_KEY_OLD'] && !given['MASTER_KEY']) problems.push('MASTER_KEY: the new one, beside MASTER_KEY_OLD')
  const { robots, problems: faults } = readRobots(
    {
      feishu: given['ROBOT_FEISHU'] ?? '',
      dingtalk: given['ROBOT_DINGTALK'] ?? '',
      wecom: given['ROBOT_WECOM'] ?? '',
    },
    given['PUBLIC_ORIGIN'],
  )
  problems.push(...faults)
  if (given['SLACK_BOT_TOKEN'] && !given['SLACK_APP_TOKEN'] && !given['SLACK_SIGNING_SECRET'])
    problems.push('SLACK_APP_TOKEN or SLACK_SIGNING_SECRET: one of them is needed beside SLACK_BOT_TOKEN')
  if (environment['NODE_DEBUG'])
    problems.push('NODE_DEBUG: it makes Node print addresses and headers with secrets in them; start without it')
  if (shape.success) problems.push(...webProblems(shape.data))
  if (!shape.success || problems.length > 0) throw new ConfigFault(problems)
  const env = shape.data
  return {
    databaseUrl: env.DATABASE_URL,
    dataDir: path.resolve(folder, env.DATA_DIR),
    masterKey: env.MASTER_KEY === undefined ? undefined : readMasterKey(env.MASTER_KEY),
    oldMasterKey: env.MASTER_KEY_OLD === undefined ? undefined : readMasterKey(env.MASTER_KEY_OLD),
    host: env.HOST,
    port: env.PORT,
    publicNames: [
      ...listOf(env.PUBLIC_NAMES),
      ...[env.PUBLIC_ORIGIN, env.TELEGRAM_WEBHOOK_ORIGIN].map(origin =>
        origin === undefined || isLoopback(new URL(origin).hostname) ? '' : new URL(origin).hostname,
      ),
    ].filter(Boolean),
    ...readWebConfig(env),
    telegram:
      env.TELEGRAM_BOT_TOKEN === undefined
        ? undefined
        : {
            token: env.TELEGRAM_BOT_TOKEN,
            apiRoot: env.TELEGRAM_API_ROOT,
            webhookOrigin: env.TELEGRAM_WEBHOOK_ORIGIN,
          },
    slack:
      env.SLACK_BOT_TOKEN === undefined
        ? undefined
        : {
            botToken: env.SLACK_BOT_TOKEN,
            appToken: env.SLACK_APP_TOKEN,
            signingSecret: env.SLACK_SIGNING_SECRET,
            port: env.SLACK_PORT,
            apiUrl: env.SLACK_API_URL,
            desks: channels.desks,
          },
    robots,
    metricsToken: env.METRICS_TOKEN,
    logLevel: env.LOG_LEVEL,
  }
}
