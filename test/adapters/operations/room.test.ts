// Room on the disk: with less and less of it, first nothing new is taken in, then nothing is begun; what is under way ends.
import { expect, test } from 'vitest'
import { guardRoom, ROOM_LIMITS } from '../../../adapters/operations/room.ts'
import { openMemoryStore } from '../../support/store.ts'
import { claim, says, step } from '../store/events.ts'

test('first nothing new is taken in, then nothing is begun, and with room again all goes on', async () => {
  const store = await openMemoryStore()
  const open = async (free: number) => guardRoom(store, '', async () => free)
  const full = { code: 'full' }
  const ample = await open(ROOM_LIMITS.takeIn)
  expect(await ample.accept(says('p', '一'))).toBe('accepted')
  const tight = await open(ROOM_LIMITS.takeIn - 1)
  await expect(tight.accept(says('p', '二'))).rejects.toMatchObject(full)
  const item = await claim(tight)
  const none = await open(ROOM_LIMITS.work - 1)
  await expect(none.next()).rejects.toMatchObject(full)
  await expect(none.take(2)).rejects.toMatchObject(full)
  await expect(none.ring()).rejects.toMatchObject(full)
  expect(await none.play(item, step(item))).toBe('played')
  expect(await ample.accept(says('p', '二'))).toBe('accepted')
  expect(await ample.next()).toBeDefined()
  await store.close()
})
