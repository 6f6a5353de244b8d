// `npm run simulate`: a month of leads on a virtual clock over the real turn, and what came of it. `--firms` and `--seed`
// change it, `--store` plays it on the whole store; `--race 10000` has two clerks race for so many leads instead, `--database URL` does either on a fresh PostgreSQL database. docs/casework.md keeps the
// figures of one run. Anything that must never happen makes it fail.
import { parseArgs } from 'node:util'
import { playMonth } from './month.ts'
import { race } from './race.ts'
import { reportMonth } from './report.ts'
import { playOnStore } from './store-month.ts'

const FIRMS = 2_000
const SEED = 20_260_921

const { values } = parseArgs({
  options: {
    firms: { type: 'string' },
    seed: { type: 'string' },
    race: { type: 'string' },
    database: { type: 'string' },
    store: { type: 'boolean' },
  },
})

function whole(name: string, written: string | undefined, otherwise: number): number {
  const number = written === undefined ? otherwise : Number(written)
  if (!Number.isInteger(number) || number < 1) throw new Error(`--${name} takes a whole number, not ${written}`)
  return number
}

const seed = whole('seed', values.seed, SEED)
if (values.race === undefined) {
  const firms = whole('firms', values.firms, FIRMS)
  const month = await (values.store ? playOnStore(firms, seed, values.database) : playMonth(firms, seed))
  process.stdout.write(`${reportMonth(month, firms, seed)}\n`)
  if (Object.values(month.watch.faults).some(count => count > 0)) process.exitCode = 1
} else {
  const found = await race(whole('race', values.race, 1), seed, values.database)
  process.stdout.write(`${JSON.stringify(found)}\n`)
  if ([found.store, found.turn].some(({ oneOwner, races }) => oneOwner < races)) process.exitCode = 1
}
