// One turn in one transaction: lock the case, take the event out of the inbox, run the pure step, write all that comes
// of it. Either all of it is committed or nothing, so an event takes effect exactly once.
import { isDeepStrictEqual } from 'node:util'
import { type Case, newCase, type Outcome } from '#bot'
import { appendAudit, lockChain } from './audit.ts'
import type { StoreContext } from './context.ts'
import type { Transaction } from './database.ts'
import { deliver } from './deliveries.ts'
import { eraseCase } from './erase.ts'
import { finish } from './inbox.ts'
import { caseGate } from './json.ts'
import { type LockedCase, lockCase } from './lock-case.ts'
import { writeMessages } from './messages.ts'
import { changePapers, forgetThreads } from './papers.ts'
import { chatOf, writeQuickly } from './quick-turn.ts'
import { recallThreads } from './recall.ts'
import { heard, toSay } from './said.ts'
import { type Snapshot, takeSnapshot } from './snapshot.ts'
import type { InboxItem } from './store.ts'
import { StoreError } from './store-error.ts'
import { takeTimer, writeTimers } from './timers.ts'
import { createCase, updateCase, writeParts } from './write-case.ts'

/** Thrown to roll back when the event turns out to be somebody else's. */
class NotOurs extends Error {}

export type Step = (current: Case) => Outcome

/** The outcome with its case as it will be read back. */
function parseOutcome(before: Case, outcome: Outcome): Outcome {
  if (outcome.case.id !== before.id) throw new StoreError('unstorable', 'a step must not change the id of its case')
  return { ...outcome, case: caseGate.write(outcome.case) }
}

async function writeTurn(
  tx: Transaction,
  context: StoreContext,
  item: InboxItem,
  locked: LockedCase,
  outcome: Outcome,
): Promise<void> {
  const caseId = locked.case.id
  const messages = [...(await heard(tx, context, item.received)), ...toSay(context, locked, outcome.posts)]
  if (!isDeepStrictEqual(locked.case, outcome.case)) {
    await updateCase(tx, context, locked.key, locked.case, outcome.case)
  }
  await writeTimers(tx, context, caseId, outcome.timers)
  await changePapers(tx, caseId, outcome.papers)
  // Desk messages of different cases are read as one list by id: their ids must be drawn in the order of commits, and
  // the lock of the chain, which the audit rows need anyway, sees to that.
  const recalls = outcome.recalls ?? []
  const needsChain =
    recalls.length > 0 || outcome.events.length > 0 || messages.some(message => message.room.kind === 'desk')
  const head = needsChain ? await lockChain(tx) : undefined
  const owner = { caseId, key: locked.key }
  await recallThreads(tx, context, owner, recalls)
  await forgetThreads(
    tx,
    caseId,
    recalls.map(({ thread }) => thread),
  )
  const written = await writeMessages(tx, owner, messages)
  await deliver(
    tx,
    context.route,
    written.filter(message => message.direction === 'out'),
  )
  if (head) await appendAudit(tx, context, head, caseId, outcome.events)
}

/** Erases the case and begins a fresh one under a fresh id, so that no id of the old one is ever used again. */
async function startOver(tx: Transaction, context: StoreContext, locked: LockedCase, outcome: Outcome): Promise<void> {
  await eraseCase(tx, context, locked, outcome.events, await lockChain(tx), 'asked')
  const fresh = { ...outcome.case, id: context.newId() }
  const key = await createCase(tx, context, locked, fresh)
  await writeParts(tx, context, newCase(fresh.id, fresh.openedAt), fresh)
  await writeTimers(tx, context, fresh.id, outcome.timers)
  const posts = outcome.posts.filter(post => post.to.kind === 'enterprise')
  const written = await writeMessages(tx, { caseId: fresh.id, key }, toSay(context, locked, posts))
  await deliver(tx, context.route, written)
}

/** A turn thought out before its transaction, on the case as it was then. */
interface Thought {
  readonly snapshot: Snapshot
  readonly outcome: Outcome
}

function think(context: StoreContext, item: InboxItem, step: Step): Thought | undefined {
  const snapshot = chatOf(item.received) && takeSnapshot(context, item)
  return snapshot && { snapshot, outcome: parseOutcome(snapshot.case, step(snapshot.case)) }
}

/** The outcome for the case as it is now: the one thought out before, if it still is the same case. */
function outcomeFor({ case: current }: LockedCase, thought: Thought | undefined, step: Step): Outcome {
  return thought?.snapshot.case === current ? thought.outcome : parseOutcome(current, step(current))
}

/** See Store.play. */
export async function play(
  context: StoreContext,
  item: InboxItem,
  step: Step,
): Promise<'played' | 'gone' | 'unknown-thread' | 'stale'> {
  const thought = think(context, item, step)
  if (thought && (await writeQuickly(context, item, thought.snapshot, thought.outcome))) return 'played'
  try {
    return await context.database.transact(async tx => {
      const locked = await lockCase(tx, context, item.received, thought?.snapshot)
      if (!(await finish(tx, item))) throw new NotOurs()
      if (!locked) return 'unknown-thread'
      if (!(await takeTimer(tx, item.received))) return 'stale'
      const outcome = outcomeFor(locked, thought, step)
      if (outcome.expire) await eraseCase(tx, context, locked, outcome.events, await lockChain(tx), 'expired')
      else if (outcome.erase) await startOver(tx, context, locked, outcome)
      else await writeTurn(tx, context, item, locked, outcome)
      return 'played'
    })
  } catch (error) {
    if (error instanceof NotOurs) return 'gone'
    throw error
  }
}
