// A province's firms, CSV in to CSV out, by the command that an officer runs: `yinqi rate`. It takes minutes, so it runs only
// when asked for: `npm run bench -- rating --province`.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { writeFirmTable } from '../support/firm-table.ts'
import { type Bench, print } from './bench.ts'
import { verdict } from './measure.ts'

/** Companies on Hubei's platform. */
const PROVINCE = 285_000
const SMALL = 20_000
const MODEL = 'national-points'
const MAIN = path.resolve(import.meta.dirname, '../../adapters/cli/main.ts')
const BYTES_PER_MIB = 1024 * 1024
/** Memory counts as bounded when fourteen times the rows take at most this much more. */
const GROWTH_MAX = 1.5

interface Measured {
  readonly rows: number
  readonly rated: number
  readonly broken: number
  readonly seconds: number
  readonly rowsPerSecond: number
  readonly peakMemoryMb: number
}

/** Rates a table in a process of its own, so that its peak memory is its own. */
function rateCsv(input: string, output: string): Measured {
  const run = spawnSync(
    process.execPath,
    ['--conditions=source', MAIN, 'rate', input, '--output', output, '--model', MODEL, '--json'],
    { encoding: 'utf8' },
  )
  if (run.status !== 0) throw new Error(`yinqi rate ended with ${run.status}: ${run.stderr}`)
  return JSON.parse(run.stdout) as Measured
}

/** Section `rating`, with --province only. */
export async function benchProvince({ rulebook, province }: Bench): Promise<void> {
  if (!province) return
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yinqi-province-'))
  try {
    print([
      '',
      `## A province: CSV → CSV by \`yinqi rate --model ${MODEL}\`, rated and ranked by stage`,
      '',
      '| companies | read | rated | named as broken | seconds | rows/s | peak memory | CSV in, out |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ])
    const runs: Measured[] = []
    for (const rows of [SMALL, PROVINCE]) {
      const [input, output] = [path.join(folder, `${rows}.csv`), path.join(folder, `${rows}-rated.csv`)]
      await writeFirmTable(input, rulebook, rows)
      const one = rateCsv(input, output)
      runs.push(one)
      const size = (file: string) => `${Math.round(statSync(file).size / BYTES_PER_MIB)} MiB`
      print([
        `| ${rows.toLocaleString('en-US')} | ${one.rows} | ${one.rated} | ${one.broken} | ${one.seconds} | ${one.rowsPerSecond} | ${one.peakMemoryMb} MiB | ${size(input)}, ${size(output)} |`,
      ])
    }
    const growth = (runs[1]?.peakMemoryMb ?? 0) / (runs[0]?.peakMemoryMb ?? 1)
    print([
      '',
      `peak memory grows ${growth.toFixed(2)}× for ${(PROVINCE / SMALL).toFixed(0)}× the rows (goal ≤ ${GROWTH_MAX}×): ${verdict(growth <= GROWTH_MAX)}`,
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
