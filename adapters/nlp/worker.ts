// The worker thread that guesses: a slow or broken answer stops nobody else. It takes up the model, or has it trained, says
// `ready`, and answers one text after the other.
import { parentPort, workerData } from 'node:worker_threads'
import { openClassifier } from './classifier.ts'
import { type ModelOptions, openModel } from './model-cache.ts'
import { trainApart } from './train-apart.ts'
import type { Question, Reply } from './worker-messages.ts'

const say = (reply: Reply) => parentPort?.postMessage(reply)

const classifier = openClassifier(await openModel(workerData as ModelOptions, trainApart))

parentPort?.on('message', ({ id, text, language }: Question) => {
  say({ kind: 'guesses', id, guesses: classifier.guess(text, language) })
})
say({ kind: 'ready' })
