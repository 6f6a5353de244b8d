// One option that a message names, and the finding it makes.
import type { FactDefinition } from '#engine'
import type { Found } from '../scene/found.ts'
import type { Scene } from '../scene/scene.ts'

export interface Named {
  readonly fact: FactDefinition
  readonly option: string
  readonly start: number
  readonly end: number
  readonly confidence: number
}

/** The finding of the option, or of all the options that were named with it. */
export function made(scene: Scene, named: Named, value: string | readonly string[]): Found {
  return {
    fact: named.fact.id,
    value,
    confidence: named.confidence,
    approximate: false,
    why: `«${scene.text.slice(named.start, named.end)}»`,
    span: [named.start, named.end],
  }
}
