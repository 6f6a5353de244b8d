// What every store promises, whichever database is under it. Each backend's test opens one and runs all of this.
import { afterAll, beforeAll, beforeEach, describe } from 'vitest'
import type { OpenStore } from '../../../adapters/store/open.ts'
import { emptyTables, type TestClock } from '../../support/store.ts'
import { accessContract } from './contract-access.ts'
import { auditContract } from './contract-audit.ts'
import { consentContract } from './contract-consent.ts'
import { deadContract } from './contract-dead.ts'
import { deliveriesContract } from './contract-deliveries.ts'
import { desksContract } from './contract-desks.ts'
import { eraseContract } from './contract-erase.ts'
import { inboxContract } from './contract-inbox.ts'
import { officesContract } from './contract-offices.ts'
import { ordinaryContract } from './contract-ordinary.ts'
import { papersContract } from './contract-papers.ts'
import { recallContract } from './contract-recall.ts'
import { robotsContract } from './contract-robots.ts'
import { sealedContract } from './contract-sealed.ts'
import { textsContract } from './contract-texts.ts'
import { timersContract } from './contract-timers.ts'
import { turnsContract } from './contract-turns.ts'
import { twinsContract } from './contract-twins.ts'

export interface Backend {
  readonly store: OpenStore
  /** the same database as another process would hold it, where the database allows that; else the same store */
  readonly other: OpenStore
  readonly clock: TestClock
}

/** How a test reaches the backend, which is opened only when the tests run. */
export type Open = () => Backend

export function storeContract(open: () => Promise<Backend>): void {
  let backend: Backend | undefined
  const opened: Open = () => {
    if (!backend) throw new Error('the store is not open')
    return backend
  }
  beforeAll(async () => {
    backend = await open()
  })
  beforeEach(() => emptyTables(opened().store))
  afterAll(async () => {
    if (!backend) return
    if (backend.other !== backend.store) await backend.other.close()
    await backend.store.close()
  })
  describe('inbox', () => inboxContract(opened))
  describe('turns', () => turnsContract(opened))
  describe('ordinary turns', () => ordinaryContract(opened))
  describe('timers', () => timersContract(opened))
  describe('offices', () => officesContract(opened))
  describe('deliveries', () => deliveriesContract(opened))
  describe('dead letters', () => deadContract(opened))
  describe('sealed', () => sealedContract(opened))
  describe('consent', () => consentContract(opened))
  describe('hostile texts', () => textsContract(opened))
  describe('taking back', () => recallContract(opened))
  describe('robots', () => robotsContract(opened))
  describe('papers', () => papersContract(opened))
  describe('twins', () => twinsContract(opened))
  describe('two desks', () => desksContract(opened))
  describe('erasing', () => eraseContract(opened))
  describe('access', () => accessContract(opened))
  describe('audit', () => auditContract(opened))
}
