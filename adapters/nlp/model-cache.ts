// Keeps the trained model between starts, since training takes seconds. The key covers everything the model depends on, so a
// changed utterance, tokenizer or Unicode library trains anew; an unreadable file trains anew as well.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { DataProblem } from '#engine'
import { type Classifier, MODEL_RECIPE, restoreClassifier, trainClassifier } from './classifier.ts'
import { type Corpus, readIntentLines } from './intent-lines.ts'

const PREFIX = 'intents-'
const SUFFIX = '.json'
const KEY_LENGTH = 32

export interface ModelOptions {
  /** the folder of package.json, where bot/intents is */
  readonly root: string
  /** where the trained model is kept; by default where tools keep what they can make again */
  readonly cacheFolder?: string | undefined
}

/** The training utterances cannot be used; the message holds every reason, one a line. */
export class IntentFault extends Error {
  constructor(problems: readonly DataProblem[]) {
    super(problems.map(each => `${each.file} (${each.path.join('.')}): ${each.message}`).join('\n'))
    this.name = 'IntentFault'
  }
}

function fileName(corpora: readonly Corpus[]): string {
  const hash = createHash('sha256').update(MODEL_RECIPE).update(JSON.stringify(corpora))
  return `${PREFIX}${hash.digest('hex').slice(0, KEY_LENGTH)}${SUFFIX}`
}

function restore(file: string, corpora: readonly Corpus[]): Classifier | undefined {
  try {
    return restoreClassifier(readFileSync(file, 'utf8'), corpora)
  } catch {
    // absent, cut off or not ours: training makes a new one
    return undefined
  }
}

/** Under another name first, so that a half-written model is never found; models of earlier utterances go. */
function keep(folder: string, name: string, model: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    const draft = path.join(folder, `${name}.${process.pid}`)
    writeFileSync(draft, model)
    renameSync(draft, path.join(folder, name))
    for (const old of readdirSync(folder))
      if (old.startsWith(PREFIX) && old !== name) rmSync(path.join(folder, old), { force: true })
  } catch {
    // a folder that cannot be written costs time at the next start, nothing else
  }
}

/**
 * The classifier for the utterances below `root`: taken from the cache, or trained and kept there.
 * @throws IntentFault when the utterances have faults
 */
export async function openClassifier({ root, cacheFolder }: ModelOptions): Promise<Classifier> {
  const problems: DataProblem[] = []
  const corpora = readIntentLines(root, problems)
  if (problems.length > 0) throw new IntentFault(problems)
  const folder = cacheFolder ?? path.join(root, 'node_modules', '.cache', 'yinqi-bridge')
  const name = fileName(corpora)
  const kept = restore(path.join(folder, name), corpora)
  if (kept) return kept
  const trained = await trainClassifier(corpora)
  keep(folder, name, trained.save())
  return trained
}
