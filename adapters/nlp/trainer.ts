// The thread in which a model is trained when none is kept. It ends when it has handed over what was learnt, and all that the
// library loaded and made meanwhile goes with it.
import { parentPort, workerData } from 'node:worker_threads'
import { trainHere } from './train-here.ts'

parentPort?.postMessage(await trainHere(workerData as string))
