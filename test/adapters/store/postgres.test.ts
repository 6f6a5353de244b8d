// The store on PostgreSQL, as two processes would share it.
import { describe, inject } from 'vitest'
import { createDatabase, openClock, openServerStore } from '../../support/store.ts'
import { storeContract } from './contract.ts'
import { ROUTE } from './events.ts'

describe.skipIf(!inject('postgresUrl'))('PostgreSQL, two processes', () => {
  storeContract(async () => {
    const made = await createDatabase()
    if (!made) throw new Error('there is no PostgreSQL')
    const clock = openClock()
    const wishes = { now: clock.now, route: ROUTE }
    const store = await openServerStore(made.url, wishes)
    const other = await openServerStore(made.url, wishes)
    const close = async () => {
      await store.close()
      await made.drop()
    }
    return { store: { ...store, close }, other, clock }
  })
})
