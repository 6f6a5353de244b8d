// The worker thread in which node-nlp lives: a slow or broken answer stops nobody else. It takes up or trains the model,
// says `ready`, and answers one text after the other.
import { parentPort, workerData } from 'node:worker_threads'
import { type ModelOptions, openClassifier } from './model-cache.ts'
import type { Question, Reply } from './worker-messages.ts'

const say = (reply: Reply) => parentPort?.postMessage(reply)

const classifier = await openClassifier(workerData as ModelOptions)

parentPort?.on('message', async ({ id, text, language }: Question) => {
  say({ kind: 'guesses', id, guesses: await classifier.guess(text, language) })
})
say({ kind: 'ready' })
