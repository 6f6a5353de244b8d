// `yinqi rate` for tables: every company of a .csv, .xlsx or .parquet rated and ranked. A file of one company's facts is
// rated as before.
import path from 'node:path'
import { dayInChina, modelsAnywhere } from '#bot'
import { modelInForce, type RatingModel } from '#engine'
import { startProgress } from '../batch/progress.ts'
import { type BatchSummary, rateTable } from '../batch/rate-table.ts'
import { formatOf } from '../batch/table.ts'
import { type Loaded, loadData, loadPlaces } from '../files/load.ts'
import { InputFault, instantOf } from './input.ts'
import { rateFile } from './rate.ts'

interface Options {
  readonly json: boolean
  readonly english: boolean
  readonly at?: string
  readonly output?: string
  readonly model?: readonly string[]
}

const MS_PER_SECOND = 1_000
const KIB_PER_MIB = 1_024

/** The models asked for, or those that every company is rated by, in force on a day. */
export function chosenModels(
  { rulebook, knowledge }: Loaded,
  ids: readonly string[] | undefined,
  day: number,
): RatingModel[] {
  return [...new Set(ids ?? modelsAnywhere(knowledge.script))].map(id => {
    const model = modelInForce(rulebook, id, day)
    if (!model)
      throw new InputFault(`no model ${id} is in force that day; there are: ${[...rulebook.models.keys()].join(', ')}`)
    return model
  })
}

function outputOf(file: string, output: string | undefined): string {
  if (output === undefined)
    throw new InputFault('a table is rated into another one: say where with -o out.csv or -o out.xlsx')
  if (!['csv', 'xlsx'].includes(formatOf(output) ?? '')) throw new InputFault(`-o takes a .csv or .xlsx, not ${output}`)
  if (path.resolve(output) === path.resolve(file))
    throw new InputFault('the result cannot be written over its own input')
  return output
}

interface Measured extends BatchSummary {
  readonly models: readonly string[]
  readonly seconds: number
  readonly rowsPerSecond: number
  readonly peakMemoryMb: number
}

function summaryText(summary: Measured, english: boolean): string {
  const { rows, rated, broken, faults, seconds, rowsPerSecond, output, faultsIn, ownColumns } = summary
  const list = ownColumns.join(english ? ', ' : '、')
  const lines = english
    ? [
        `${rated} of ${rows} rows rated → ${output} (${seconds} s, ${rowsPerSecond} rows/s)`,
        broken > 0 && `${broken} rows have ${faults} faults and are not rated → ${faultsIn}`,
        list && `columns that are no facts, carried along: ${list}`,
      ]
    : [
        `共 ${rows} 行，已评价 ${rated} 行 → ${output}（${seconds} 秒，${rowsPerSecond} 行/秒）`,
        broken > 0 && `${broken} 行有 ${faults} 处错误，没有评价 → ${faultsIn}`,
        list && `不是信息项的列，原样保留：${list}`,
      ]
  return lines.filter(Boolean).join('\n')
}

async function rateRows(file: string, options: Options): Promise<void> {
  const output = outputOf(file, options.output)
  const data = loadData()
  const at = instantOf(options.at, new Date())
  const today = dayInChina(at)
  const models = chosenModels(data, options.model, today)
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort(new InputFault('stopped; nothing was written')))
  const start = performance.now()
  const language = options.english ? 'en' : 'zh'
  const summary = await rateTable({
    input: file,
    output,
    rulebook: data.rulebook,
    models,
    places: loadPlaces(),
    language,
    at,
    today,
    progress: startProgress(process.stderr, language, () => performance.now()),
    signal: stop.signal,
  })
  const seconds = (performance.now() - start) / MS_PER_SECOND
  const measured: Measured = {
    ...summary,
    models: models.map(model => `${model.id} ${model.version}`),
    seconds: Math.round(seconds * 10) / 10,
    rowsPerSecond: Math.round(summary.rows / seconds),
    peakMemoryMb: Math.round(process.resourceUsage().maxRSS / KIB_PER_MIB),
  }
  process.stdout.write(`${options.json ? JSON.stringify(measured) : summaryText(measured, options.english)}\n`)
  if (summary.rated === 0) process.exitCode = 1
}

/** `yinqi rate FILE`: one company, or a table of them. */
export async function rate(file: string, options: Options): Promise<void> {
  if (formatOf(file)) return rateRows(file, options)
  if (options.output !== undefined || options.model !== undefined)
    throw new InputFault('--output and --model are for tables; yinqi explain FILE --model ID explains one company')
  rateFile(file, {
    json: options.json,
    english: options.english,
    ...(options.at === undefined ? {} : { at: options.at }),
  })
}
