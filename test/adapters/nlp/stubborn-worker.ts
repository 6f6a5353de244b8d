// A worker that does what a real one must never do, on demand: hang, crash, leave, or send its answer late.
import { parentPort } from 'node:worker_threads'
import type { Question, Reply } from '../../../adapters/nlp/worker-messages.ts'

const LATE_MS = 50

const say = (reply: Reply) => parentPort?.postMessage(reply)

parentPort?.on('message', ({ id, text }: Question) => {
  if (text === 'hang') for (;;);
  if (text === 'leave') process.exit(0)
  if (text === 'crash') throw new Error('a customer’s words')
  if (text === 'late') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LATE_MS)
  if (text !== 'silence') say({ kind: 'guesses', id, guesses: [{ intent: text, confidence: 0.9 }] })
})
say({ kind: 'ready' })
