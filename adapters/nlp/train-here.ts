// Reads the utterances and trains on them, in the thread that asks: commands do so, and the trainer's own thread.
import type { DataProblem } from '#engine'
import { readIntentLines } from './intent-lines.ts'
import type { Model } from './model.ts'
import { trainModel } from './train-model.ts'

/** The training utterances cannot be used; the message holds every reason, one a line. */
export class IntentFault extends Error {
  constructor(problems: readonly DataProblem[]) {
    super(problems.map(each => `${each.file} (${each.path.join('.')}): ${each.message}`).join('\n'))
    this.name = 'IntentFault'
  }
}

/** @throws IntentFault when the utterances below `root` have faults */
export async function trainHere(root: string): Promise<Model> {
  const problems: DataProblem[] = []
  const corpora = readIntentLines(root, problems)
  if (problems.length > 0) throw new IntentFault(problems)
  return trainModel(corpora)
}
