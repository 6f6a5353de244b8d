// `npm run bench -- load`: ten thousand companies talk at once, on the embedded database and on PostgreSQL with one and two
// processes of the product, classifier included, beside two yardsticks of the same run. Asserted is only that nothing is lost.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { print } from '../bench.ts'
import { TURNS } from './events.ts'
import { type Measured, measurePlace, type Place } from './run.ts'
import { echo } from './yardsticks.ts'

const CONVERSATIONS = Number(process.env['LOAD_CONVERSATIONS'] ?? 10_000)
/** which of them to run, all when it is not set: embedded, postgres-1, postgres-2 */
const ONLY = process.env['LOAD_ONLY']?.split(',')
const KEEPER = fileURLToPath(new URL('../../support/postgres-keeper.mjs', import.meta.url))

/** A server on which databases may be made: TEST_DATABASE_URL, else one of our own that writes through to the disk. */
async function openServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) return { url: given, stop: async () => {} }
  const env = { ...process.env, TEST_POSTGRES_FSYNC: 'on' }
  const keeper = spawn(process.execPath, [KEEPER], { stdio: ['pipe', 'pipe', 'inherit'], env })
  const ended = once(keeper, 'exit')
  const lines = createInterface({ input: keeper.stdout })
  const url = await Promise.race([once(lines, 'line').then(([line]) => String(line)), ended.then(() => '')])
  return {
    url,
    stop: async () => {
      keeper.stdin.end()
      await ended
    },
  }
}

const ms = (time: number): string => time.toFixed(time < 10 ? 1 : 0)

function row(name: string, one: Measured): string {
  const cells = [
    name,
    one.perSecond.toFixed(0),
    ms(one.processorMs),
    `${ms(one.turn.p50)} / ${ms(one.turn.p99)}`,
    `${ms(one.half.p50)} / ${ms(one.half.p99)}`,
    one.megabytes,
    one.lost,
    one.bare.toFixed(0),
    (one.perSecond / one.bare).toFixed(2),
    `${ms(one.flood.without)} → ${ms(one.flood.beside)} (${(one.flood.beside / one.flood.without).toFixed(1)}×)`,
  ]
  return `| ${cells.join(' | ')} |`
}

export async function benchLoad(): Promise<void> {
  const server = await openServer()
  const places: readonly (Place & { readonly key: string })[] = [
    { key: 'embedded', name: 'embedded', processes: 1 },
    ...(server.url
      ? [1, 2].map(processes => ({
          key: `postgres-${processes}`,
          name: `PostgreSQL, ${processes === 1 ? 'one process' : 'two processes'}`,
          server: server.url,
          processes,
        }))
      : []),
  ]
  print([
    '',
    `## Load: ${CONVERSATIONS.toLocaleString('en-US')} conversations × ${TURNS} turns`,
    '',
    `Bare telegraf echo, no network, no store: ${(await echo()).toFixed(0)} updates/s.`,
    server.url ? '' : 'PostgreSQL: not measured, this machine has none.',
    '| Store | turns/s | processor ms a turn | turn p50 / p99 ms | answer at half speed p50 / p99 ms | MB a process | lost | bare transactions/s | ratio | answer p99 ms without → beside a flood |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ])
  try {
    for (const place of places.filter(({ key }) => ONLY === undefined || ONLY.includes(key))) {
      const measured = await measurePlace(place, CONVERSATIONS)
      print([row(place.name, measured)])
      if (measured.lost > 0) throw new Error(`${place.name}: ${measured.lost} lost`)
    }
  } finally {
    await server.stop()
  }
}
