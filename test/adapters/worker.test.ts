// The worker's end: what it has claimed it plays, what it has not it leaves for the next process.
import { expect, test } from 'vitest'
import { loadData } from '../../adapters/files/load.ts'
import { startWorker } from '../../adapters/worker.ts'
import { openMemoryStore } from '../support/store.ts'
import { opens } from './store/events.ts'

const CLAIMED = 5

test('told to stop, it plays all that it has claimed and claims nothing more', async () => {
  const store = await openMemoryStore()
  for (let n = 0; n < CLAIMED; n++) await store.accept(opens(`p${n}`))
  let takes = 0
  let begun = () => {}
  const first = new Promise<void>(resolve => {
    begun = resolve
  })
  const worker = startWorker({
    store: {
      ...store,
      take: async most => {
        takes += 1
        return store.take(most)
      },
      play: async (item, step) => {
        begun()
        return store.play(item, step)
      },
    },
    knowledge: loadData().knowledge,
    understand: async () => [],
    log: () => {},
    lanes: 2,
  })
  await first
  // arrives while the others are in hand
  await store.accept(opens('late'))
  await worker.stop()
  expect(takes).toBe(1)
  expect(await store.health()).toMatchObject({ waiting: 1 })
  const { prisma } = store.database
  expect(await prisma.inbox.findMany({ where: { state: 'waiting' }, select: { lease: true, attempts: true } })).toEqual(
    [{ lease: null, attempts: 0 }],
  )
  await store.close()
})
