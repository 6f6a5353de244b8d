// A sentence of a desk's thread that is for certain people: their names are in it, and whoever of them can be rung is.
import { type Card, text } from '../card.ts'
import type { PhraseValues } from '../phrases.ts'
import { forDesk, type Turn } from '../turn-state.ts'
import type { Person } from './people.ts'

/** `name` in the phrase stands for everybody's names. */
export function callCard(turn: Turn, key: string, people: readonly Person[], more: PhraseValues = {}): Card {
  const name = people.map(person => person.name).join('、')
  return { lines: [text(forDesk(turn).t(key, { ...more, name }))], calls: people.map(person => person.id) }
}
