// The name of a new row. Nobody guesses it, and a button holds it beside what the button does.
import { randomBytes } from 'node:crypto'

/** 128 random bits in 22 letters: too many to guess, few enough for a button. */
export const newId = (): string => randomBytes(16).toString('base64url')
