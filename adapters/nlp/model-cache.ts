// Keeps the trained model between starts, since training takes seconds. The key covers everything the model depends on, so a
// changed utterance, tokenizer or Unicode library trains anew; an unreadable file trains anew as well.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { INTENT_FILES } from './intent-files.ts'
import { type Model, readModel, writeModel } from './model.ts'
import { MODEL_RECIPE } from './recipe.ts'

const PREFIX = 'intents-'
const SUFFIX = '.model'
const KEY_LENGTH = 32

export interface ModelOptions {
  /** the folder of package.json, where bot/intents is */
  readonly root: string
  /** where the trained model is kept; by default where tools keep what they can make again */
  readonly cacheFolder?: string | undefined
}

/** The file as it is: only faultless utterances were ever trained on, so a model of the same bytes needs no second check. */
function fileName(root: string): string {
  const hash = createHash('sha256').update(MODEL_RECIPE)
  for (const [language, file] of INTENT_FILES)
    hash.update(`\0${language}\0`).update(readFileSync(path.join(root, file)))
  return `${PREFIX}${hash.digest('hex').slice(0, KEY_LENGTH)}${SUFFIX}`
}

function kept(file: string): Model | undefined {
  try {
    return readModel(readFileSync(file))
  } catch {
    // absent, cut off or not ours: training makes a new one
    return undefined
  }
}

/** Under another name first, so that a half-written model is never found; models of earlier utterances go. */
function keep(folder: string, name: string, model: Model): void {
  try {
    mkdirSync(folder, { recursive: true })
    const draft = path.join(folder, `${name}.${process.pid}`)
    writeFileSync(draft, writeModel(model))
    renameSync(draft, path.join(folder, name))
    for (const old of readdirSync(folder))
      if (old.startsWith(PREFIX) && old !== name) rmSync(path.join(folder, old), { force: true })
  } catch {
    // a folder that cannot be written costs time at the next start, nothing else
  }
}

/** The model for the utterances below `root`: taken from the cache, or trained and kept there. */
export async function openModel(
  { root, cacheFolder }: ModelOptions,
  train: (root: string) => Promise<Model>,
): Promise<Model> {
  const folder = cacheFolder ?? path.join(root, 'node_modules', '.cache', 'yinqi-bridge')
  const name = fileName(root)
  const found = kept(path.join(folder, name))
  if (found) return found
  const trained = await train(root)
  keep(folder, name, trained)
  return trained
}
