// The conversation, pure: what was meant, and what to say.
export { type Button, type Card, type Line, PRESS_BYTES_MAX, toText } from './card.ts'
export { type Case, type Consent, caseSchema, type Lead, newCase, type Visit } from './case.ts'
export type { Audience, AuditEvent, Incoming, IntentGuess, Outcome, Post, Sender, Understand } from './ports.ts'
