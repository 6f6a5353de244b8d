// Rates a whole table in two passes with flat memory: the first reads, rates and keeps every row on disk while scores are
// counted by stage; the second adds the ranks and writes the result.
import { rm } from 'node:fs/promises'
import type { Language, RatingModel, Rulebook } from '#engine'
import { type Column, columnsOf } from './columns.ts'
import { draftsOf, faultsFile, writeCsvSheets } from './csv-sheets.ts'
import { noteRows } from './notes.ts'
import { openTable } from './open-table.ts'
import { placeNames } from './place-names.ts'
import type { Progress } from './progress.ts'
import { type RowFault, rowRater } from './rate-row.ts'
import { carriedColumns, type Draft, draftOf, finishedRow, resultHeader } from './result-columns.ts'
import type { Sheets } from './sheets.ts'
import { openSpool, type Spool } from './spool.ts'
import { formatOf, type Table } from './table.ts'
import { startTally, type Tally } from './tally.ts'
import { writeXlsxSheets } from './xlsx-sheets.ts'

/** The event loop is let through after so many rows, so that Ctrl+C is heard. */
const ROWS_PER_BREATH = 500
/** Characters of a broken cell that are repeated in the faults. */
const ECHO_MAX = 80

export interface BatchOptions {
  readonly input: string
  /** .csv or .xlsx */
  readonly output: string
  readonly rulebook: Rulebook
  readonly models: readonly RatingModel[]
  readonly places: readonly { readonly code: string; readonly name: string }[]
  readonly language: Language
  /** ISO instant, and the same in days since 1970 */
  readonly at: string
  readonly today: number
  readonly progress: Progress
  readonly signal?: AbortSignal
}

export interface BatchSummary {
  /** rows that are not empty */
  readonly rows: number
  readonly rated: number
  readonly broken: number
  readonly faults: number
  /** columns of the table that are no facts; they are carried along */
  readonly ownColumns: readonly string[]
  readonly output: string
  /** where the faults stand, when there are any */
  readonly faultsIn: string | null
}

interface Fault extends RowFault {
  readonly company: string
}

interface Work {
  readonly drafts: Spool<Draft>
  readonly faults: Spool<Fault>
  readonly tally: Tally
}

async function firstPass(options: BatchOptions, table: Table, columns: readonly Column[], work: Work) {
  const { rulebook, models, language, progress, signal } = options
  const rate = rowRater({
    rulebook,
    columns,
    width: table.header.length,
    places: placeNames(options.places),
    models: models.map(model => model.id),
    at: options.at,
    today: options.today,
  })
  const company = columns.find(column => column.kind === 'fact' && column.fact.type === 'company')
  let [rows, broken] = [0, 0]
  for await (const row of table.rows) {
    rows += 1
    const result = rate(row)
    if ('faults' in result) {
      broken += 1
      for (const fault of result.faults)
        await work.faults.add({ ...fault, company: (company && row.cells[company.index]) ?? '' })
    } else {
      const draft = draftOf(row, columns, result.ratings, rulebook, language)
      for (const { place } of draft.models) if (place) work.tally.add(place)
      await work.drafts.add(draft)
    }
    if (rows % ROWS_PER_BREATH !== 0) continue
    progress.update(rows, table.progress())
    await new Promise(resolve => setImmediate(resolve))
    signal?.throwIfAborted()
  }
  return { rows, broken }
}

function sheetsOf(options: BatchOptions, columns: readonly Column[], { drafts, faults, tally }: Work): Sheets {
  const { language, models, today, signal } = options
  const zh = language === 'zh'
  const notes = noteRows(models, today, language)
  return {
    results: {
      name: zh ? '评价结果' : 'Results',
      header: resultHeader(columns, models, language),
      count: drafts.count,
      rows: async function* () {
        for await (const draft of drafts.read()) {
          signal?.throwIfAborted()
          yield finishedRow(draft, tally.rankOf)
        }
      },
    },
    faults: {
      name: zh ? '错误' : 'Errors',
      header: zh ? ['行', '企业名称', '列', '原内容', '原因'] : ['Row', 'Company', 'Column', 'Written', 'Reason'],
      count: faults.count,
      rows: async function* () {
        for await (const one of faults.read())
          yield [
            one.row,
            one.company || null,
            one.column || null,
            one.written.slice(0, ECHO_MAX) || null,
            one.reason[language],
          ]
      },
    },
    notes: {
      name: zh ? '说明' : 'Notes',
      header: zh ? ['项目', '内容'] : ['What', 'About it'],
      count: notes.length,
      rows: () => notes,
    },
  }
}

/**
 * Rates every row of a table and writes the result.
 * @throws TableFault when the table cannot be used as it is; nothing is written then
 */
export async function rateTable(options: BatchOptions): Promise<BatchSummary> {
  const { input, output, progress, rulebook } = options
  const isXlsx = formatOf(output) === 'xlsx'
  const spools = [`${output}.rows.part`, `${output}.errors.part`] as const
  const table = await openTable(input)
  try {
    const columns = columnsOf(table.header, rulebook.facts)
    const work: Work = { drafts: openSpool(spools[0]), faults: openSpool(spools[1]), tally: startTally() }
    let counted: { rows: number; broken: number }
    try {
      counted = await firstPass(options, table, columns, work)
    } finally {
      await Promise.all([work.drafts.end(), work.faults.end()])
    }
    progress.clear()
    await (isXlsx ? writeXlsxSheets : writeCsvSheets)(output, sheetsOf(options, columns, work))
    return {
      ...counted,
      rated: work.drafts.count,
      faults: work.faults.count,
      ownColumns: carriedColumns(columns).flatMap(column => (column.kind === 'own' ? [column.title] : [])),
      output,
      faultsIn: work.faults.count === 0 ? null : isXlsx ? output : faultsFile(output),
    }
  } finally {
    progress.clear()
    await table.close()
    await Promise.all([...spools, ...Object.values(draftsOf(output))].map(file => rm(file, { force: true })))
  }
}
