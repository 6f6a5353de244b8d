// What an uploaded file is, by its first bytes alone: pdf, jpg or png. What its name or the browser says counts for nothing,
// and nothing further of it is read.
import { cleanText } from './payload.ts'

const KINDS = [
  { type: 'application/pdf', ending: 'pdf', begins: Buffer.from('%PDF-', 'latin1') },
  { type: 'image/jpeg', ending: 'jpg', begins: Buffer.from([0xff, 0xd8, 0xff]) },
  { type: 'image/png', ending: 'png', begins: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
] as const
const NAME_CHARS_MAX = 60

export type PaperKind = (typeof KINDS)[number]

/** The kind of a file; undefined when it is none of the three. */
export const paperKind = (bytes: Buffer): PaperKind | undefined =>
  KINDS.find(({ begins }) => bytes.subarray(0, begins.length).equals(begins))

/** A name to show: one line, no path, not too long, and ending as what it is. */
export function paperName(given: string | undefined, { ending }: PaperKind): string {
  const last =
    cleanText(given ?? '')
      .split(/[\\/]/)
      .at(-1) ?? ''
  const stem = last
    .replace(/\.[^.]*$/, '')
    .replace(/[\s<>:"|?*]+/g, ' ')
    .trim()
  return `${[...stem].slice(0, NAME_CHARS_MAX).join('') || 'paper'}.${ending}`
}
