// `yinqi nlu evaluate FILE`: how well wishes are understood, on utterances whose meaning is known.
import { existsSync, readFileSync } from 'node:fs'
import { INTENT_CERTAIN, INTENT_POSSIBLE } from '#bot'
import type { DataProblem, Language } from '#engine'
import { projectRoot } from '../files/load.ts'
import { showProblems } from '../files/yaml.ts'
import { type Evaluation, evaluate } from '../nlp/evaluate.ts'
import { NONE, readIntentLines } from '../nlp/intent-lines.ts'
import { parseLabelled } from '../nlp/labelled.ts'
import { openClassifier } from '../nlp/model-cache.ts'
import { InputFault } from './input.ts'

interface Options {
  readonly json: boolean
  readonly english: boolean
}

const CONFUSIONS_SHOWN = 15
const percent = (share: number): string => (Number.isNaN(share) ? '—' : `${(share * 100).toFixed(1)} %`)
const rounded = (share: number): number | null => (Number.isNaN(share) ? null : Math.round(share * 10_000) / 10_000)

/** The ids of all intents that utterances teach. */
function taughtIntents(root: string): ReadonlySet<string> {
  const problems: DataProblem[] = []
  const corpora = readIntentLines(root, problems)
  if (problems.length > 0) throw new InputFault(showProblems(problems, new Map()).join('\n'))
  return new Set(corpora.flatMap(({ lines }) => lines.map(line => line.intent)).filter(intent => intent !== NONE))
}

function evaluationText(one: Evaluation): string {
  const lines: readonly (readonly [string, string])[] = [
    ['utterances', `${one.inScope} with an intent, ${one.outOfScope} out of scope`],
    ['accuracy', percent(one.accuracy)],
    ['in the first three', percent(one.topThree)],
    ['AUROC, in against out of scope', Number.isNaN(one.auroc) ? '—' : one.auroc.toFixed(3)],
    [`acted on (confidence ≥ ${INTENT_CERTAIN})`, `${percent(one.acted)}, of these right ${percent(one.actedRight)}`],
    [`turned away (< ${INTENT_POSSIBLE})`, percent(one.rejected)],
    ['what was meant is acted on or offered', percent(one.helped)],
    ['out of scope let through: acted on', percent(one.outActed)],
    ['out of scope let through: offered', percent(one.outOffered)],
  ]
  const width = Math.max(...lines.map(([what]) => what.length))
  const confusions = one.confusions.slice(0, CONFUSIONS_SHOWN)
  return [
    ...lines.map(([what, text]) => `${what.padEnd(width)}  ${text}`),
    ...(one.unknownLabels.length > 0 ? [`labels that are no intent, left out: ${one.unknownLabels.join(', ')}`] : []),
    ...(confusions.length > 0 ? ['taken for another (meant → guessed, times):'] : []),
    ...confusions.map(({ label, guessed, count }) => `  ${label} → ${guessed}  ${count}`),
  ].join('\n')
}

function evaluationJson({ confusions, unknownLabels, inScope, outOfScope, ...shares }: Evaluation) {
  const numbers = Object.fromEntries(Object.entries(shares).map(([key, share]) => [key, rounded(share)]))
  const thresholds = { certain: INTENT_CERTAIN, possible: INTENT_POSSIBLE }
  return { inScope, outOfScope, thresholds, ...numbers, unknownLabels, confusions }
}

/** `yinqi nlu evaluate FILE` */
export async function evaluateFile(file: string, options: Options): Promise<void> {
  if (!existsSync(file)) throw new InputFault(`no file ${file}`)
  const utterances = parseLabelled(readFileSync(file, 'utf8'))
  if (utterances.length === 0) throw new InputFault(`${file} has no utterances below a #label line`)
  const root = projectRoot()
  const intents = taughtIntents(root)
  const { classifier, keep } = await openClassifier({ root })
  keep?.()
  const session: Language = options.english ? 'en' : 'zh'
  const evaluation = await evaluate(utterances, text => classifier.guess(text, session), intents, {
    certain: INTENT_CERTAIN,
    possible: INTENT_POSSIBLE,
  })
  process.stdout.write(`${options.json ? JSON.stringify(evaluationJson(evaluation)) : evaluationText(evaluation)}\n`)
}
