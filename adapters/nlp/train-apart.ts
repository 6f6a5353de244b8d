// Trains in a thread of its own, so that its memory is given back when it is done.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Model } from './model.ts'

/** what training takes, generously; the thread is gone afterwards */
const HEAP_MEGABYTES = 256
const NURSERY_MEGABYTES = 16

const trainerFile = () => new URL(import.meta.url.endsWith('.ts') ? './trainer.ts' : './trainer.js', import.meta.url)

/** @throws Error when the utterances below `root` cannot be used, with every reason */
export async function trainApart(root: string): Promise<Model> {
  const thread = new Worker(trainerFile(), {
    workerData: root,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES, maxYoungGenerationSizeMb: NURSERY_MEGABYTES },
  })
  try {
    const [model] = await once(thread, 'message')
    return model as Model
  } finally {
    await thread.terminate()
  }
}
