// Guesses what a message wants, in a worker thread under a deadline. Late, crashed or closed: the answer is "no guess", and
// grammar and buttons carry on. A worker that misses the deadline is ended and, after a pause, replaced.
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { IntentGuess, Understand } from '#bot'
import type { Log } from '../delivery/send.ts'
import type { ModelOptions } from './model-cache.ts'
import { TEXT_MAX } from './tokenizer.ts'
import type { Question, Reply } from './worker-messages.ts'

export const LIMITS = {
  /** a text that takes longer has no guess */
  deadlineMs: 500,
  /** what is said sooner after the start than this waits for the first worker, so that nobody is misunderstood meanwhile */
  firstWaitMs: 10_000,
  /** a worker that has not started by then never will */
  startMs: 120_000,
  /** the pause before a lost worker is replaced doubles from the first to the second with every loss in a row */
  pauseMs: 100,
  pauseMaxMs: 60_000,
  /** the model takes a fifth of it; without limits a thread takes a hundred megabytes more than it uses */
  heapMegabytes: 64,
  nurseryMegabytes: 8,
} as const

export interface UnderstandingOptions extends ModelOptions {
  readonly log: Log
  /** the worker's file; tests put stubborn ones here */
  readonly worker?: URL
  readonly deadlineMs?: number
  readonly firstWaitMs?: number
}

export interface Understanding {
  /** Never rejects; `[]` when there is nothing to say. */
  readonly understand: Understand
  /** The first worker can answer. Rejects when it cannot be started; ignoring that is safe. */
  readonly ready: Promise<void>
  close(): Promise<void>
}

type Answer = (guesses: readonly IntentGuess[]) => void

interface State {
  readonly options: UnderstandingOptions
  readonly waiting: Map<number, Answer>
  readonly started: PromiseWithResolvers<void>
  /** the first worker is there or lost, or nobody waits for it any longer */
  readonly opening: Promise<unknown>
  worker?: Worker | undefined
  /** the worker has said that it can answer */
  up: boolean
  closed: boolean
  lossesInARow: number
  lastId: number
  restart?: NodeJS.Timeout | undefined
}

const workerFile = () => new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)

/** Ends the present worker; whoever waits gets no guess, and a new worker follows after a pause. */
function lose(state: State, worker: Worker, why: string): void {
  if (state.worker !== worker) return
  state.worker = undefined
  state.up = false
  void worker.terminate()
  for (const answer of [...state.waiting.values()]) answer([])
  if (state.closed) return
  const pauseMs = Math.min(LIMITS.pauseMs * 2 ** state.lossesInARow, LIMITS.pauseMaxMs)
  state.lossesInARow += 1
  state.started.reject(new Error(`understanding did not start: ${why}`))
  state.options.log('warn', 'understanding-lost', { why, pauseMs })
  state.restart = setTimeout(() => start(state), pauseMs)
  state.restart.unref()
}

function hear(state: State, reply: Reply): void {
  if (reply.kind === 'ready') {
    state.up = true
    state.started.resolve()
    state.options.log('info', 'understanding-ready')
    return
  }
  state.lossesInARow = 0
  state.waiting.get(reply.id)?.(reply.guesses)
}

function start(state: State): void {
  const { root, cacheFolder, worker: file = workerFile() } = state.options
  const worker = new Worker(file, {
    workerData: { root, cacheFolder } satisfies ModelOptions,
    // no secrets, no flags of the main program: the worker needs neither
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.heapMegabytes, maxYoungGenerationSizeMb: LIMITS.nurseryMegabytes },
  })
  state.worker = worker
  // a timer that is not unref'ed holds the process until the first start is decided
  const startTimer = setTimeout(() => lose(state, worker, 'start-too-slow'), LIMITS.startMs)
  worker.on('message', (reply: Reply) => {
    clearTimeout(startTimer)
    if (state.worker === worker) hear(state, reply)
  })
  // before the first text no message can hold a customer's words
  worker.on('error', error => lose(state, worker, error instanceof Error && !state.up ? error.message : 'crash'))
  worker.on('exit', () => {
    clearTimeout(startTimer)
    lose(state, worker, 'exit')
  })
  worker.unref()
}

async function ask(state: State, question: Omit<Question, 'id'>): Promise<readonly IntentGuess[]> {
  await state.opening
  const { worker } = state
  if (!worker || !state.up) return []
  const id = ++state.lastId
  const { promise, resolve } = Promise.withResolvers<readonly IntentGuess[]>()
  const settle: Answer = guesses => {
    clearTimeout(timer)
    state.waiting.delete(id)
    resolve(guesses)
  }
  // when the main thread itself was busy, the answer may be waiting behind this timer: it is let in before judging
  const timer = setTimeout(
    () => setImmediate(() => state.waiting.has(id) && lose(state, worker, 'deadline')),
    state.options.deadlineMs ?? LIMITS.deadlineMs,
  )
  state.waiting.set(id, settle)
  worker.postMessage({ ...question, id } satisfies Question)
  return promise
}

/**
 * Starts the worker. In the first moments `understand` waits for it; after that, whenever it is not there, the answer is `[]`
 * at once.
 */
export function startUnderstanding(options: UnderstandingOptions): Understanding {
  const started = Promise.withResolvers<void>()
  const waited = pause(options.firstWaitMs ?? LIMITS.firstWaitMs, undefined, { ref: false })
  const state: State = {
    options,
    waiting: new Map(),
    started,
    opening: Promise.race([started.promise.catch(() => {}), waited]),
    up: false,
    closed: false,
    lossesInARow: 0,
    lastId: 0,
  }
  // whoever does not wait for the start need not handle its failure either
  state.started.promise.catch(() => {})
  start(state)
  return {
    understand: (text, language) => ask(state, { text: text.slice(0, TEXT_MAX), language }),
    ready: state.started.promise,
    close: async () => {
      state.closed = true
      clearTimeout(state.restart)
      const { worker } = state
      state.started.reject(new Error('understanding was closed'))
      if (worker) {
        lose(state, worker, 'closed')
        await worker.terminate()
      }
    },
  }
}
