// Opens the configured store for a command that looks at it or mends it, without starting the product.
import { readConfig } from '../config.ts'
import { deskRoute } from '../desk-route.ts'
import { newId } from '../new-id.ts'
import { type OpenStore, openStore } from '../store/open.ts'
import { placeOf } from '../store-place.ts'

/** Runs `work` on the store and closes it. An embedded database that a running product holds is refused, as everywhere. */
export async function withStore<T>(work: (store: OpenStore) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const store = await openStore({ ...placeOf(config), route: deskRoute(config), now: () => new Date(), newId })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
