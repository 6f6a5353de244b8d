// The secrets behind signing in: 256 bits of chance each, kept by hash only. What else must be unguessable and belongs to
// one of them is derived from it, so that nothing more has to be stored.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const BYTES = 32
const SECRET = /^[\w-]{43}$/

export const newSecret = (): string => randomBytes(BYTES).toString('base64url')

/** What a secret looks like: anything else need not be looked for. */
export const isSecret = (text: string | undefined): text is string => text !== undefined && SECRET.test(text)

/** What stands in the database instead of a secret. */
export const hashOf = (secret: string): string => createHash('sha256').update(`desk ${secret}`).digest('hex')

/** Another secret for one use, that says nothing of the first. */
export const derived = (secret: string, use: string): string =>
  createHmac('sha256', secret).update(use).digest('base64url')

/** Compared by digest, so that neither length nor content shows in the time it takes. */
export function same(one: string, other: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest()
  return timingSafeEqual(digest(one), digest(other))
}
