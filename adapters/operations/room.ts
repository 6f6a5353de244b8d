// Leaves room on the disk under the embedded database. Full to the last byte it would stand still in the middle of a write;
// so before that nothing new is taken in, which whoever sent it keeps and brings again, and later nothing is written at all.
import { statfs } from 'node:fs/promises'
import type { OpenStore } from '../store/open.ts'
import { StoreError } from '../store/store-error.ts'

const MB = 1024 * 1024
export const ROOM_LIMITS = {
  /** bytes free below which nothing new is taken in, while what is there is worked off */
  takeIn: 64 * MB,
  /** bytes free below which no work is begun either: the database's journal grows by 16 MB at a time */
  work: 32 * MB,
  /** so long one look holds */
  lookMs: 500,
} as const

/** Bytes free for us; infinite where the system does not say. */
async function freeBytes(folder: string): Promise<number> {
  const disk = await statfs(folder).catch(() => undefined)
  return disk ? disk.bavail * disk.bsize : Number.POSITIVE_INFINITY
}

/** The store, refusing what there is no room for. `free` is asked at most twice a second. */
export function guardRoom(store: OpenStore, folder: string, free = () => freeBytes(folder)): OpenStore {
  let look: Promise<number> | undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  const need = async (bytes: number): Promise<void> => {
    if (!look || performance.now() - lookedAt > ROOM_LIMITS.lookMs) {
      lookedAt = performance.now()
      look = free()
    }
    if ((await look) < bytes) throw new StoreError('full', '磁盘快满了，先不写入。 / The disk is nearly full.')
  }
  const guarded =
    <A extends unknown[], T>(bytes: number, act: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      await need(bytes)
      return act(...args)
    }
  const { takeIn, work } = ROOM_LIMITS
  return {
    ...store,
    accept: guarded(takeIn, store.accept),
    keepPaper: guarded(takeIn, store.keepPaper),
    next: guarded(work, store.next),
    take: guarded(work, store.take),
    due: guarded(work, store.due),
    ring: guarded(work, store.ring),
    postOnce: guarded(work, store.postOnce),
    windExpiries: guarded(work, store.windExpiries),
    announceDead: guarded(work, store.announceDead),
  }
}
