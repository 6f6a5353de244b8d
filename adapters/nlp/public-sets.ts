// Reads the public yardsticks for intents, so that the classifier can be measured where others were: SMP2017-ECDT, BANKING77
// and CLINC150. Only their forms are known here; the sets themselves have licences of their own and are not part of this
// project.
import { z } from 'zod'
import { type Labelled, labelOf } from './labelled.ts'

/** What a file of a public set holds; a set in several files holds one of the two in each. */
export interface PublicSet {
  readonly train: readonly Labelled[]
  readonly test: readonly Labelled[]
}

/** SMP2017-ECDT: `{"0": {"query": "…", "label": "weather"}, …}` */
const smpSchema = z.record(z.string(), z.object({ query: z.string(), label: z.string() }))
const pairs = z.array(z.tuple([z.string(), z.string()]))
/** CLINC150: `{"train": [["text", "intent"], …], "test": …, "oos_train": …, "oos_test": …}` */
const clincSchema = z.object({ train: pairs, test: pairs, oos_train: pairs.default([]), oos_test: pairs.default([]) })

/** A comma or tab, quotes where the text holds either, doubled quotes inside them. */
const CELL = /(?:^|[,\t])(?:"((?:[^"]|"")*)"|([^",\t\n\r]*))/gy

function cells(row: string): readonly string[] {
  return [...row.matchAll(CELL)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')
}

/** A BANKING77 utterance may run over several lines inside its quotes. */
function rowsOf(content: string): readonly string[] {
  const rows: string[] = []
  let open = ''
  for (const line of content.split(/\r?\n/)) {
    const row = open === '' ? line : `${open} ${line}`
    const isComplete = (row.match(/"/g)?.length ?? 0) % 2 === 0
    open = isComplete ? '' : row
    if (isComplete && row.trim() !== '') rows.push(row)
  }
  return rows
}

/** BANKING77: a table with the head `text,category`. */
function parseTable(content: string): PublicSet | undefined {
  const [head, ...rows] = rowsOf(content)
  if (!/^text[,\t](?:category|label)$/i.test(head?.trim() ?? '')) return undefined
  const all = rows.flatMap(row => {
    const [text = '', label = ''] = cells(row.trim())
    return text.trim() === '' || label === '' ? [] : [{ text: text.trim(), label: labelOf(label) }]
  })
  return { train: all, test: all }
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

/**
 * One file of a public set, or undefined when it is of none of these forms. A file that does not say which part of the set
 * it is gives the same utterances as both parts.
 */
export function parsePublicSet(content: string): PublicSet | undefined {
  const clean = content.replace(/^\uFEFF/, '')
  if (!clean.trimStart().startsWith('{')) return parseTable(clean)
  const json = parseJson(clean)
  const labelled = (list: readonly (readonly [string, string])[]): readonly Labelled[] =>
    list.map(([text, label]) => ({ text, label: labelOf(label) }))
  const clinc = clincSchema.safeParse(json)
  if (clinc.success) {
    const { train, test, oos_train, oos_test } = clinc.data
    return { train: labelled([...train, ...oos_train]), test: labelled([...test, ...oos_test]) }
  }
  const smp = smpSchema.safeParse(json)
  if (!smp.success) return undefined
  const all = labelled(Object.values(smp.data).map(({ query, label }) => [query, label] as const))
  return { train: all, test: all }
}
