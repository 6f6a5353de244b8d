import { openClock, openMemoryStore } from '../../support/store.ts'
import { storeContract } from './contract.ts'
import { ROUTE } from './events.ts'

storeContract(async () => {
  const clock = openClock()
  const store = await openMemoryStore({ now: clock.now, route: ROUTE })
  return { store, other: store, clock }
})
