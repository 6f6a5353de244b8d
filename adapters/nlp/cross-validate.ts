// Fits the calibration in `confidence.ts` and shows what the thresholds rest on: each fifth of the utterances is judged by a
// classifier trained on the other four. Takes a minute; worth it when the utterances have grown by half.
import { openClassifier } from './classifier.ts'
import { type Calibration, type Curve, calibrated, candidates, chance } from './confidence.ts'
import { type Evaluation, evaluate, type Thresholds } from './evaluate.ts'
import { NONE } from './intent-files.ts'
import type { Corpus, IntentLine } from './intent-lines.ts'
import { OUT_OF_SCOPE } from './labelled.ts'
import { trainModel } from './train-model.ts'

const FOLDS = 5
const FIT_ROUNDS = 4000
const FIT_STEP = 2
/** The world outside is larger than the file's list of it. */
const OUT_WEIGHT = 3

interface Judged extends IntentLine {
  readonly activations: Readonly<Record<string, number>>
}

async function judgeFold({ language, lines }: Corpus, fold: number): Promise<readonly Judged[]> {
  const isHeldOut = (_line: IntentLine, index: number) => index % FOLDS === fold
  const taught = lines.filter((line, index) => !isHeldOut(line, index))
  const classifier = openClassifier(await trainModel([{ language, lines: taught }]))
  const judged: Judged[] = []
  for (const line of lines.filter(isHeldOut))
    judged.push({ ...line, activations: classifier.activations(line.text, language) })
  return judged
}

interface Sample {
  readonly margin: number
  readonly yes: boolean
  readonly weight: number
}

/** Logistic regression by gradient descent. */
export function fitCurve(samples: readonly Sample[]): Curve {
  let fitted: Curve = { base: 0, slope: 1 }
  const step = FIT_STEP / samples.reduce((sum, each) => sum + each.weight, 0)
  for (let round = 0; round < FIT_ROUNDS; round += 1) {
    let [base, slope] = [0, 0]
    for (const { margin, yes, weight } of samples) {
      const miss = ((yes ? 1 : 0) - chance(fitted, margin)) * weight
      base += miss
      slope += miss * margin
    }
    fitted = { base: fitted.base + step * base, slope: fitted.slope + step * slope }
  }
  return fitted
}

function fitCalibration(judged: readonly Judged[]): Calibration {
  const ours: Sample[] = []
  const rivals: Sample[] = []
  for (const { activations, intent } of judged) {
    const found = candidates(activations)
    const isOurs = intent !== NONE
    if (found[0]) ours.push({ margin: found[0].overNone, yes: isOurs, weight: isOurs ? 1 : OUT_WEIGHT })
    if (isOurs) rivals.push(...found.map(each => ({ margin: each.overRival, yes: each.intent === intent, weight: 1 })))
  }
  return { ours: fitCurve(ours), this: fitCurve(rivals) }
}

export interface CrossValidation {
  readonly calibration: Calibration
  /** with the calibration just fitted */
  readonly evaluation: Evaluation
}

/** Cross-validates one language. */
export async function crossValidate(corpus: Corpus, thresholds: Thresholds): Promise<CrossValidation> {
  const judged: Judged[] = []
  for (let fold = 0; fold < FOLDS; fold += 1) judged.push(...(await judgeFold(corpus, fold)))
  const calibration = fitCalibration(judged)
  const guesses = new Map(judged.map(({ text, activations }) => [text, calibrated(activations, calibration)]))
  const labelled = judged.map(({ text, intent }) => ({ text, label: intent === NONE ? OUT_OF_SCOPE : intent }))
  const intents = new Set(corpus.lines.map(line => line.intent))
  const evaluation = evaluate(labelled, text => guesses.get(text) ?? [], intents, thresholds)
  return { calibration, evaluation }
}
