// `yinqi serve`: the page, the desks, and the chat platforms that are configured, until it is told to stop.

import { type Knowledge, OPERATORS_DESK } from '#bot'
import type { Words } from '#engine'
import type { InstitutionKind } from '#matching'
import { type Config, readConfig } from '../config.ts'
import { createLog, errorName } from '../log.ts'
import { createPreOffers } from '../pre-offers.ts'
import { type Product, startProduct } from '../product.ts'
import { createStaffForms } from '../staff-forms.ts'
import { visitPages } from '../web/calendar.ts'
import { isLoopback } from '../web/security.ts'
import { type DeskInfo, startWeb, type WebOptions } from '../web/server.ts'
import { openLetterbox } from '../web/staff/letterbox.ts'
import { InputFault } from './input.ts'
import { endOnFault } from './last-resort.ts'

const GROUPS: Record<InstitutionKind, Words> = {
  bank: { zh: '银行', en: 'Banks' },
  guarantor: { zh: '担保', en: 'Guarantors' },
  insurer: { zh: '保险', en: 'Insurers' },
  fund: { zh: '基金', en: 'Funds' },
  lessor: { zh: '租赁', en: 'Lessors' },
  government: { zh: '政府部门', en: 'Government' },
  service: { zh: '服务机构', en: 'Services' },
}
/** A stop that takes longer than this is cut: everything accepted is in the database. */
const STOP_MS_MAX = 12_000

const OPERATORS: DeskInfo = { id: OPERATORS_DESK, title: { zh: '运维', en: 'Operators' }, kind: 'team' }

/** Every desk of the directory and the operators' own, as channels of the desk page. */
export function desksOf({ catalogue }: Knowledge): DeskInfo[] {
  const institutions = [...catalogue.directory.institutions.values()].filter(one => one.desk)
  return [
    ...institutions.map(
      (one): DeskInfo => ({ id: one.id, title: one.title, kind: 'institution', group: GROUPS[one.kind] }),
    ),
    ...[...catalogue.directory.teams.values()].map(
      (team): DeskInfo => ({ id: team.id, title: team.title, kind: 'team' }),
    ),
    OPERATORS,
  ]
}

/** Stops on SIGINT or SIGTERM, in order, once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const end = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), STOP_MS_MAX).unref()
    void stop().then(() => process.exit(0))
  }
  process.on('SIGINT', end).on('SIGTERM', end)
}

/** Notes of commands run beside this process are looked for this often. */
const NOTES_MS = 2_000

/** How staff come in, and what commands leave for us. */
function staffOf(config: Config, { store, knowledge }: Product): Pick<WebOptions, 'signIn' | 'fetchLinks'> {
  if (!config.signIn) return {}
  return {
    signIn: { ...config.signIn, access: store.access, staffing: () => knowledge.staffing },
    ...(config.databaseUrl === undefined ? { fetchLinks: openLetterbox(config.dataDir, store.access) } : {}),
  }
}

/** Who may open the desk page, in one line. */
function deskLine({ signIn, host, publicNames }: Config): string {
  if (signIn) return `登录后打开 after signing in (${signIn.ways.join(', ')})`
  return isLoopback(host) && publicNames.length === 0
    ? '演示，没有登录，仅本机 demo without sign-in, this machine only'
    : '关闭：没有设置登录，见 DESK_SIGN_IN  shut: no sign-in, see DESK_SIGN_IN'
}

/** `yinqi serve` */
export async function serve(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel, () => new Date())
  endOnFault(log)
  const product: Product = await startProduct(config, log)
  const { store, wake, now, newId, knowledge } = product
  const staff = staffOf(config, product)
  const notes = setInterval(() => void staff.fetchLinks?.().catch(() => {}), NOTES_MS).unref()
  const options: WebOptions = {
    store,
    wake,
    now,
    newId,
    port: config.port,
    host: config.host,
    names: config.publicNames,
    origin: config.publicOrigin,
    widgetOrigins: config.widgetOrigins,
    proxies: config.publicNames.length > 0 ? config.trustedProxies : [],
    ...staff,
    desks: desksOf(knowledge),
    forms: createStaffForms(store, knowledge),
    preOffers: createPreOffers(store, knowledge, now),
    pages: visitPages(knowledge, store, now),
    hooks: product.hooks,
    health: product.health,
    metrics: product.metrics,
    metricsToken: config.metricsToken,
    report: (code, error) => log('warn', code, { name: errorName(error) }),
  }
  const web = await startWeb(options).catch(async (error: unknown) => {
    await product.stop()
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new InputFault(`PORT: ${config.port} is taken by another program; choose another one`)
    throw error
  })
  stopOnSignal(async () => {
    clearInterval(notes)
    await web.close()
    await product.stop()
  })
  const place = config.databaseUrl === undefined ? `内嵌数据库 ${config.dataDir}` : 'PostgreSQL'
  const robots = Object.entries(config.robots?.webhooks ?? {}).flatMap(([name, desks]) =>
    desks.size > 0 ? [name] : [],
  )
  const chats = [config.telegram ? 'Telegram' : '', config.slack ? 'Slack' : '', ...robots].filter(Boolean)
  const platforms = chats.join(', ') || '—'
  process.stdout.write(
    `银企桥已就绪 · Yinqi Bridge is ready\n  打开 Open    ${web.address}\n  存储 Store   ${place}\n  工作台 Desk  ${deskLine(config)}\n  平台 Chat    ${platforms}\n  停止 Stop    Ctrl+C\n`,
  )
}
