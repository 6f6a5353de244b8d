// The month on a store of its own: in memory, or a fresh PostgreSQL database. Afterwards the database is asked whether it
// holds what the month says.
import { randomBytes } from 'node:crypto'
import { newId } from '../../adapters/new-id.ts'
import { openStore } from '../../adapters/store/open.ts'
import { KEY_BYTES } from '../../adapters/store/seal.ts'
import { verifyAudit } from '../../adapters/store/verify-audit.ts'
import { type Month, playMonth, START } from './month.ts'
import { openStoreGround } from './store-ground.ts'

/** Plays the month with so many companies; throws when the database and the month do not agree. */
export async function playOnStore(firms: number, seed: number, url?: string): Promise<Month> {
  let clock = () => Date.parse(START)
  const at = () => new Date(clock()).toISOString()
  const place = url === undefined ? {} : { url, masterKey: randomBytes(KEY_BYTES) }
  const store = await openStore({ route: () => [], now: () => new Date(clock()), newId, ...place })
  try {
    const month = await playMonth(firms, seed, (town, now) => {
      clock = () => Math.max(now(), Date.parse(START))
      return openStoreGround(town, { store, at })
    })
    const { prisma } = store.database
    const { waiting, dead } = await store.health()
    const leads = month.world.scenes.flatMap(scene => scene.case.leads)
    const open = leads.filter(lead => lead.due !== undefined)
    const wound = await prisma.timer.count({ where: { key: { in: open.map(lead => `lead.${lead.id}`) } } })
    const stored = await prisma.lead.count()
    const audit = await verifyAudit(store)
    if (waiting + dead > 0 || wound !== open.length || stored !== leads.length || !audit.ok) {
      const told = { waiting, dead, timers: `${wound} of ${open.length}`, leads: `${stored} of ${leads.length}` }
      throw new Error(`the database does not agree: ${JSON.stringify({ ...told, audit: audit.ok })}`)
    }
    return month
  } finally {
    await store.close()
  }
}
