// What the page posts, parsed: nothing untyped goes past this file. Text is cleaned of what no store or screen can hold.
import { z } from 'zod'
import { type FormValues, PRESS_BYTES_MAX } from '#bot'
import { LANGUAGES } from '#engine'
import { LIMITS } from './limits.ts'
import type { RefusalCode } from './refusal.ts'

const key = z
  .string()
  .regex(/^[\w-]+$/)
  .min(LIMITS.keyCharsMin)
  .max(LIMITS.keyCharsMax)
const press = z
  .string()
  .regex(/^[\x21-\x7e]+$/)
  .max(PRESS_BYTES_MAX)
const id = z
  .string()
  .regex(/^[\x21-\x7e]+$/)
  .max(LIMITS.idChars)
const language = z.enum(LANGUAGES).optional()
/** its length is a refusal of its own, so it is not checked here */
const text = z.string()
const name = z.string()

export const chatText = z.strictObject({ key, text, language })
export const chatPress = z.strictObject({ key, press, language })
export const chatOpen = z.strictObject({ key, language })
export const deskText = z.strictObject({ key, desk: id, thread: id, name, text })
export const deskPress = z.strictObject({ key, desk: id, thread: id, name, press })
/** which form does this button open? */
export const deskLook = deskPress.omit({ key: true })
const given = z.array(z.string().max(LIMITS.textChars)).max(LIMITS.choices)
const values = z.record(z.string().max(LIMITS.idChars), given)
export const deskFilled = deskPress.extend({ values })

/** may this person have companies asked, and with which form? */
export const deskInvite = z.strictObject({ desk: id, name })
export const deskInvited = deskInvite.extend({ key, values })

// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** Takes out control characters (tab and new line stay) and half surrogates, which a database refuses. */
export function cleanText(raw: string): string {
  return raw.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROLS, '').trim()
}

/** What was filled in, cleaned like any text. */
export const cleanValues = (values: FormValues): FormValues =>
  Object.fromEntries(Object.entries(values).map(([field, given]) => [field, given.map(cleanText)]))

/** A text ready for the inbox, or why it cannot go there. */
export function readText(raw: string): { is: 'text'; text: string } | { is: 'refused'; code: RefusalCode } {
  const cleaned = cleanText(raw)
  if (cleaned === '') return { is: 'refused', code: 'empty' }
  if ([...cleaned].length > LIMITS.textChars) return { is: 'refused', code: 'too-long' }
  return { is: 'text', text: cleaned }
}

/** A clerk's name as typed, on one line; undefined when nothing is left of it. */
export function readName(raw: string): string | undefined {
  const cleaned = [...cleanText(raw).replace(/\s+/g, ' ')].slice(0, LIMITS.nameChars).join('')
  return cleaned === '' ? undefined : cleaned
}
