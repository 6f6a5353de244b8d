// `yinqi nlu evaluate FILE`: how well wishes are understood, on utterances whose meaning is known; with `--train`, how well
// the same classifier does on a public set of others.
import { existsSync, readFileSync } from 'node:fs'
import { INTENT_CERTAIN, INTENT_POSSIBLE } from '#bot'
import type { DataProblem, Language } from '#engine'
import { projectRoot } from '../files/load.ts'
import { showProblems } from '../files/yaml.ts'
import { type Classifier, openClassifier } from '../nlp/classifier.ts'
import { guessesFrom } from '../nlp/confidence.ts'
import { type Evaluation, evaluate } from '../nlp/evaluate.ts'
import { NONE } from '../nlp/intent-files.ts'
import { readIntentLines } from '../nlp/intent-lines.ts'
import { type Labelled, OUT_OF_SCOPE, parseLabelled } from '../nlp/labelled.ts'
import { openModel } from '../nlp/model-cache.ts'
import { parsePublicSet } from '../nlp/public-sets.ts'
import { trainHere } from '../nlp/train-here.ts'
import { trainModel } from '../nlp/train-model.ts'
import { evaluateValues } from './fact-sets.ts'
import { InputFault } from './input.ts'

interface Options {
  readonly json: boolean
  readonly english: boolean
  readonly train?: string
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

function contentOf(file: string): string {
  if (!existsSync(file)) throw new InputFault(`no file ${file}`)
  return readFileSync(file, 'utf8')
}

/** What answers the utterances of a file, and which intents it knows. */
interface Examinee {
  readonly classifier: Classifier
  readonly intents: ReadonlySet<string>
}

/** Teaches a classifier, set up like ours, the utterances of a public set; nothing of it is kept. */
async function taughtOn(lines: readonly Labelled[], language: Language): Promise<Examinee> {
  const corpus = {
    language,
    lines: lines.map(({ text, label }) => ({ text, intent: label === OUT_OF_SCOPE ? NONE : label })),
  }
  const intents = new Set(corpus.lines.map(line => line.intent).filter(intent => intent !== NONE))
  return { classifier: openClassifier(await trainModel([corpus])), intents }
}

async function ours(): Promise<Examinee> {
  const root = projectRoot()
  const intents = taughtIntents(root)
  return { classifier: openClassifier(await openModel({ root }, trainHere)), intents }
}

/** `yinqi nlu evaluate FILE [--train FILE]` */
export async function evaluateFile(file: string, options: Options): Promise<void> {
  const content = contentOf(file)
  const values = evaluateValues(content, options.json)
  if (values !== undefined) {
    process.stdout.write(`${values}\n`)
    return
  }
  const set = parsePublicSet(content)
  const utterances = set?.test ?? parseLabelled(content)
  if (utterances.length === 0)
    throw new InputFault(`${file} has no utterances: #label lines, SMP2017, BANKING77 or CLINC150 are read`)
  const session: Language = options.english ? 'en' : 'zh'
  const trainFile = options.train === undefined ? undefined : contentOf(options.train)
  const train = trainFile === undefined ? undefined : (parsePublicSet(trainFile)?.train ?? parseLabelled(trainFile))
  const { classifier, intents } = train ? await taughtOn(train, session) : await ours()
  // a set of its own is of one language, whatever words stand in it
  const guess = (text: string) =>
    train ? guessesFrom(classifier.activations(text, session), session) : classifier.guess(text, session)
  const evaluation = evaluate(utterances, guess, intents, { certain: INTENT_CERTAIN, possible: INTENT_POSSIBLE })
  process.stdout.write(`${options.json ? JSON.stringify(evaluationJson(evaluation)) : evaluationText(evaluation)}\n`)
}
