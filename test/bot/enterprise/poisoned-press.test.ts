// A button carries what somebody may have changed. Names that every object has are no facts, products, leads or options: at any
// moment of a talk, in any place of any button, they are answered like any other button that is not there.
import { expect, test } from 'vitest'
import { caseSchema, type Incoming, turn } from '#bot'
import { loadData } from '../../../adapters/files/load.ts'
import { VERBS } from '../../../bot/press.ts'
import { heldIn } from '../../support/held.ts'
import { ENTERPRISE, MONDAY } from '../../support/lead-scene.ts'
import { momentsOf } from '../../support/scenes.ts'

const { knowledge } = loadData()
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__']
const MOMENTS = 40
/** of those: enough that something of each kind is waited for */
const EVERY = 4
const BARE = Object.getOwnPropertyNames(Object.prototype).length
/** A yes that is waited for is a yes whatever stands behind it. */
const PLAIN_YES = ['cy', 'dy', 'ry', 'py']

test.each(NAMES)('%s', name => {
  const moments = momentsOf(knowledge, MOMENTS).flatMap(({ before }, at) => (at % EVERY === 0 ? [before] : []))
  const desk = { kind: 'staff', desk: name, person: name, name } as const
  for (const before of moments) {
    const real = before.leads[0]?.id ?? before.visits[0]?.id ?? 'x'
    for (const verb of Object.keys(VERBS).filter(one => !PLAIN_YES.includes(one)))
      for (const args of [[name], [name, name], [real, name], [real, name, name]])
        for (const from of verb === 'L' || verb === 'V' ? [ENTERPRISE, desk] : [ENTERPRISE]) {
          const press = [verb, ...args].join(':')
          const incoming: Incoming = { eventId: 'e', at: MONDAY, from, kind: 'press', press }
          const { case: after, posts } = turn(knowledge, before, incoming)
          expect(caseSchema.safeParse(after).success, press).toBe(true)
          expect(Object.keys(after.answers), press).not.toContain(name)
          // a real lead may be named by its company, who may do something with it
          if (from === desk || args[0] === name) expect([press, heldIn(after)]).toEqual([press, heldIn(before)])
          if (from === desk) expect([press, posts]).toEqual([press, []])
        }
  }
  expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(BARE)
})
