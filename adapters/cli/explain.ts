// `yinqi explain FILE`: how a rating comes about, step by step, with the source of every number.
import { dayInChina, modelsFor } from '#bot'
import { read, type Source } from '#engine'
import { loadData } from '../files/load.ts'
import { chosenModels } from './batch.ts'
import { type ExplainedVerdict, type Explanation, explain } from './explanation.ts'
import { instantOf, readFactsFile } from './input.ts'
import { choose, type Showing, sourceLine, wordOf } from './model-text.ts'

interface Options {
  readonly json: boolean
  readonly english: boolean
  readonly at?: string
  readonly model?: readonly string[]
}

interface Span {
  readonly low: number
  readonly high: number
}

const span = ({ low, high }: Span): string => (low === high ? String(low) : `${low}–${high}`)

/** Sources as numbered notes, so that a line stays readable. */
function noteBook() {
  const notes: string[] = []
  return {
    notes,
    mark: (source: Source | undefined): string => {
      if (!source) return ''
      const line = sourceLine(source)
      if (!notes.includes(line)) notes.push(line)
      return ` [${notes.indexOf(line) + 1}]`
    },
  }
}
type NoteBook = ReturnType<typeof noteBook>

const ANSWERS = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  open: { zh: '待定', en: 'open' },
} as const

function verdictLines(
  at: Showing,
  book: NoteBook,
  title: string,
  verdict: ExplainedVerdict,
  source?: Source,
): string[] {
  const wanted = choose(at, '要求', 'required')
  return [
    `${title}${choose(at, '：', ': ')}${wordOf(at, ANSWERS[verdict.is])}${book.mark(source)}`,
    ...verdict.because.map(
      one =>
        `    ${one.what}  ${one.own}  ${wanted} ${one.limit}${one.note ? `（${one.note}）` : ''}${book.mark(one.source)}`,
    ),
  ]
}

function blockLines(at: Showing, book: NoteBook, block: Explanation['blocks'][number]): string[] {
  return [
    `${block.title}  ${span(block)} / ${block.max}${book.mark(block.source)}`,
    ...block.parts.map(part => {
      const how = [part.own, part.reached].filter(Boolean).join(' → ')
      const lacks =
        part.lacks.length > 0
          ? choose(at, `  待补：${part.lacks.join('、')}`, `  missing: ${part.lacks.join(', ')}`)
          : ''
      return `    ${part.title}  ${span(part)} / ${part.max}${how ? `  ${how}` : ''}${lacks}${book.mark(part.source)}`
    }),
  ]
}

function resultLines(at: Showing, book: NoteBook, one: Explanation): string[] {
  const total =
    one.blocks.length > 0 ? [choose(at, `总分 ${span(one.score)} 分`, `Total ${span(one.score)} points`)] : []
  if (one.score.cap !== undefined) total.push(choose(at, `（封顶 ${one.score.cap} 分）`, `(at most ${one.score.cap})`))
  const grades = one.grades.map(grade => {
    const from = [grade.atLeast === undefined ? '' : `≥ ${grade.atLeast}`, grade.when].filter(Boolean).join('，')
    return `    ${grade.possible ? '●' : '○'} ${grade.title}${from ? `  ${from}` : ''}${book.mark(grade.source)}`
  })
  const limit =
    one.limit?.from || one.limit?.to
      ? [
          `${choose(at, '对应额度区间（仅供参考，以银行审核为准）', 'Credit range (for reference; the bank decides)')}  ${one.limit.from ?? '—'} ～ ${one.limit.to ?? '—'}${one.limit.sources.map(book.mark).join('')}`,
        ]
      : []
  return [
    ...(total.length > 0 ? [total.join(' ')] : []),
    ...(grades.length > 0 ? [choose(at, '等级（● 仍可能）', 'Grades (● still possible)'), ...grades] : []),
    ...limit,
  ]
}

function passLines(at: Showing, book: NoteBook, { pass }: Explanation): string[] {
  if (!pass) return []
  const line = (zh: string, en: string, verdict: ExplainedVerdict | undefined, source?: Source) =>
    verdict ? verdictLines(at, book, choose(at, zh, en), verdict, source).map(text => `  ${text}`) : []
  const mark = pass.byPoints?.atLeast
  return [
    `${choose(at, '通过：', 'Passes: ')}${wordOf(at, ANSWERS[pass.is])}`,
    ...line('必备条件全部满足', 'all gates are met', pass.gates),
    ...line('直接通过', 'direct pass', pass.direct),
    ...line(`按得分（${mark ?? ''} 起）`, `by points (from ${mark ?? ''})`, pass.byPoints, pass.byPoints?.source),
  ]
}

function explanationText(at: Showing, one: Explanation): string {
  const book = noteBook()
  const sample = one.illustrative.any ? choose(at, '  含示意数字', '  holds illustrative numbers') : ''
  const lines = [
    `${one.title}  ${one.model} ${one.version}  ${one.day}${sample}${book.mark(one.source)}`,
    ...verdictLines(at, book, choose(at, '适用于本企业', 'Applies to this company'), one.applies),
    ...(one.stage
      ? [
          `${choose(at, '阶段', 'Stage')}（${one.stage.by}）  ${one.stage.possible.map(stage => stage.title).join(' / ')}${book.mark(one.stage.source)}`,
        ]
      : []),
    ...one.blocks.flatMap(block => blockLines(at, book, block)),
    ...one.knockouts.flatMap(knockout =>
      verdictLines(at, book, `${choose(at, '否决项', 'Knockout')} ${knockout.title}`, knockout, knockout.source),
    ),
    ...resultLines(at, book, one),
    ...passLines(at, book, one),
    ...one.evidence.flatMap(each => verdictLines(at, book, each.title, each, each.source)),
  ]
  if (one.lacks.length > 0)
    lines.push(
      choose(at, `还能改变结果的信息：${one.lacks.join('、')}`, `Could still change it: ${one.lacks.join(', ')}`),
    )
  const notes = book.notes.map((note, index) => `  [${index + 1}] ${note}`)
  return [...lines, choose(at, '依据', 'Sources'), ...notes].join('\n')
}

/** `yinqi explain FILE` */
export function explainFile(file: string, options: Options): void {
  const data = loadData()
  const at = instantOf(options.at, new Date())
  const today = dayInChina(at)
  const showing: Showing = { knowledge: data.knowledge, language: options.english ? 'en' : 'zh' }
  const reading = read(data.rulebook, readFactsFile(file, data.rulebook, at), today)
  const models = chosenModels(data, options.model ?? modelsFor(data.knowledge, reading), today)
  const found = models.flatMap(model => {
    const rating = reading.rating(model.id)
    return rating ? [explain(showing, rating, reading)] : []
  })
  const output = options.json
    ? JSON.stringify(found, null, 2)
    : found.map(one => explanationText(showing, one)).join('\n\n')
  process.stdout.write(`${output}\n`)
}
