// A yes that is none would send data nobody agreed to send; a deletion that is none would lose a company's answers. Whole
// sets of utterances hold both gates: unclear is always allowed, the opposite of what was meant never.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCommand, readConsent } from '../../../bot/language/index.ts'

const MEANINGS = ['yes', 'no', 'unclear', 'delete', 'withdraw', 'keep'] as const
type Meaning = (typeof MEANINGS)[number]

const UTTERANCES_MIN = 200
/** Asking again is safe and yet a nuisance: so many of those who were clear are understood at once. */
const UNDERSTOOD_MIN = 0.9

function parse(line: string): { readonly meant: Meaning; readonly text: string } {
  const [meaning = '', text = ''] = line.split(' | ')
  const meant = MEANINGS.find(each => each === meaning)
  if (!meant || text === '') throw new RangeError(`not an utterance: ${line}`)
  return { meant, text }
}

const utterances = readFileSync(new URL('sets/polarity.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(parse)
const meant = (...meanings: readonly Meaning[]) => utterances.filter(each => meanings.includes(each.meant))

describe('polarity', () => {
  test('the set is large, and no utterance stands in it twice', () => {
    expect(utterances.length).toBeGreaterThanOrEqual(UTTERANCES_MIN)
    expect(new Set(utterances.map(each => each.text)).size).toBe(utterances.length)
  })

  test.each(meant('no', 'unclear'))('$meant, so not a yes: $text', ({ text }) =>
    expect(readConsent(text)).not.toBe('yes'),
  )
  test.each(meant('yes', 'unclear'))('$meant, so not a no: $text', ({ text }) =>
    expect(readConsent(text)).not.toBe('no'),
  )
  test.each(meant('yes', 'no', 'unclear', 'withdraw', 'keep'))('$meant, so nothing is deleted: $text', ({ text }) =>
    expect(readCommand(text)?.kind).not.toBe('delete-data'),
  )
  test.each(meant('keep'))('$meant, so no consent is taken back: $text', ({ text }) =>
    expect(readCommand(text)?.kind).not.toBe('withdraw-consent'),
  )

  test('those who are clear are mostly understood at once', () => {
    const understood = meant('yes', 'no', 'delete', 'withdraw').filter(({ meant, text }) => {
      if (meant === 'yes' || meant === 'no') return readConsent(text) === meant
      return readCommand(text)?.kind === (meant === 'delete' ? 'delete-data' : 'withdraw-consent')
    })
    expect(understood.length).toBeGreaterThanOrEqual(UNDERSTOOD_MIN * meant('yes', 'no', 'delete', 'withdraw').length)
  })
})
