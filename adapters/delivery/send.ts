// The contract between the sender and a platform: one delivery in, one honest result out. A `Send` never throws for
// something the platform said; whatever it throws counts as "nobody knows whether it arrived".
import type { LogField } from '../log.ts'
import type { Delivery, DeliveryResult } from '../store/store.ts'

export type Send = (delivery: Delivery) => Promise<DeliveryResult>

/** Ids and codes only: never a message's text, a fact's value or a token. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  code: string,
  fields?: Readonly<Partial<Record<LogField, string | number>>>,
) => void
