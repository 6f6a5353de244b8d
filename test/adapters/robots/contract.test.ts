// Robots keep the contract of every platform as far as they speak.
import { afterEach } from 'vitest'
import { startSender } from '../../../adapters/delivery/sender.ts'
import { ROBOTS, type Robot } from '../../../adapters/received.ts'
import { createRobots } from '../../../adapters/robots/index.ts'
import { parseRobots } from '../../../adapters/robots/settings.ts'
import { type Bench, platformContract } from '../../contracts/platform.ts'
import { type RobotServer, startRobotServer } from '../../support/robot-server.ts'
import { createFakeStore } from '../delivery/fake-outbox.ts'

const CHATS = [1, 2, 3] as const
const POKE_MS = 20
const tokenOf = (chat: number) => `group${chat}`
const deskOf = (chat: number) => `desk-${chat}`

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

/** What a group sees of a card: its title, wherever the robot's kind puts it. */
function titleOf(robot: Robot, body: Readonly<Record<string, unknown>>): string {
  const text = JSON.stringify(body)
  const pattern = {
    feishu: /"header":.*?"content":"([^"]*)"/,
    dingtalk: /"actionCard":\{"title":"([^"]*)"/,
    wecom: /"main_title":\{"title":"([^"]*)"/,
  }[robot]
  return pattern.exec(text)?.[1] ?? ''
}

async function openBench(robot: Robot, how?: { readonly serviceDown: boolean }): Promise<Bench<never>> {
  let server: RobotServer = await startRobotServer()
  const entries = (at: RobotServer) => CHATS.map(chat => `${deskOf(chat)}=${at.robot(robot, tokenOf(chat))}`).join()
  const { robots } = parseRobots(robot, entries(server))
  const { port } = server
  if (how?.serviceDown) await server.stop()
  closers.push(() => server.stop())
  const none = new Map()
  const sends = createRobots({
    webhooks: { feishu: none, dingtalk: none, wecom: none, [robot]: robots },
    deskUrl: 'https://bridge.example.cn/desk',
    now: () => new Date(),
  })
  const store = createFakeStore()
  const logged: string[] = []
  const log = (level: string, code: string, fields?: object) =>
    void logged.push(`${level} ${code} ${JSON.stringify(fields ?? {})}`)
  const life = () => {
    const sender = startSender({ store, platforms: sends, now: () => new Date(), log })
    const poke = setInterval(sender.wake, POKE_MS)
    return async () => {
      clearInterval(poke)
      await sender.stop()
    }
  }
  let stop = life()
  closers.push(() => stop())
  const heard = (): never => {
    throw new Error('a robot hears nothing')
  }
  return {
    store,
    logged,
    event: heard,
    deliver: heard,
    unacknowledged: heard,
    place: chat => ({ address: deskOf(chat), room: { kind: 'desk', desk: deskOf(chat), thread: `caseL${chat}` } }),
    shown: chat => server.shown(tokenOf(chat)).map(body => titleOf(robot, body)),
    limitOnce: (chat, seconds) =>
      server.fault({ token: tokenOf(chat), does: { status: 429, headers: { 'retry-after': String(seconds) } } }),
    loseAnswerOnce: chat => server.fault({ token: tokenOf(chat), does: 'lost' }),
    async restart() {
      await stop()
      stop = life()
    },
    async serviceUp() {
      server = await startRobotServer(Date.now, port)
      entries(server)
    },
  }
}

for (const robot of ROBOTS) {
  platformContract({
    name: `a robot of ${robot}`,
    platform: robot,
    afterLostAnswer: 2,
    deaf: 'a group robot hears nothing',
    card: line => ({ lines: [], notice: { title: line, lines: [], open: '打开工作台' } }),
    open: how => openBench(robot, how),
  })
}
