// Everybody × every lead and visit × every button of a desk, and words: what the real turn does equals the table. Who may
// not changes nothing, reaches nobody, and other desks see nothing at all.
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { Outcome } from '#bot'
import { ALL_RIGHTS, may } from '../../bot/rights.ts'
import { BANK, RESERVE } from '../support/lead-scene.ts'
import {
  type Actor,
  actorsAt,
  type Kind,
  knowledge,
  LISTED_TEAM,
  OTHER_TEAM,
  sceneAt,
  TEAM,
  threadAt,
} from '../support/rights-cast.ts'
import { happen, type VirtualCase } from '../support/virtual-case.ts'

interface State {
  readonly name: string
  readonly kind: Kind
  readonly steps: readonly string[]
  /** verb with its arguments, where it makes sense in this state */
  readonly verbs: Readonly<Record<string, string>>
}

const SLOT = '2026-11-25T0930'
const LEAD_OF_OWNER = {
  take: 'take',
  refuse: 'refuse',
  refused: 'refused:cash-flow',
  papers: 'papers',
  requests: 'requests',
  request: 'request:tax',
  end: 'end',
  visit: 'visit',
  talking: 'talking',
  intent: 'intent',
  granted: 'granted',
  later: 'later',
  snooze: 'snooze:1',
  hand: 'hand',
  to: 'to:yi',
  back: 'back',
  unreachable: 'unreachable',
  block: 'block',
  blocked: 'blocked:guarantee',
  words: '"您好，请准备近两年报表"',
}
const VISIT_OF_OWNER = {
  take: 'take',
  at: `at:${SLOT}`,
  report: 'report',
  requests: 'requests',
  request: 'request:tax',
  release: 'release',
  words: '"周三上午到"',
}
/** after the time of the slot */
const AFTERWARDS = '@2026-11-25T06:00:00.000Z'
const STATES: readonly State[] = [
  { name: 'a lead nobody has taken', kind: 'lead', steps: [], verbs: LEAD_OF_OWNER },
  { name: 'a lead that was taken', kind: 'lead', steps: ['take'], verbs: LEAD_OF_OWNER },
  {
    name: 'a lead with a credit line',
    kind: 'lead',
    steps: ['take', 'granted', '"300 万元"'],
    verbs: { paid: 'paid', words: '"请来签约"', refused: 'refused:cash-flow', to: 'to:yi', back: 'back' },
  },
  {
    name: 'a lead whose talk its owner ended',
    kind: 'lead',
    steps: ['take', 'end'],
    verbs: { resume: 'resume' },
  },
  { name: 'a visit nobody has accepted', kind: 'visit', steps: [], verbs: VISIT_OF_OWNER },
  { name: 'a visit that was accepted', kind: 'visit', steps: ['take'], verbs: VISIT_OF_OWNER },
  {
    name: 'a visit whose report is open',
    kind: 'visit',
    steps: ['take', `at:${SLOT}`, 'report'],
    verbs: {
      topic: 'topic:subsidy',
      fact: 'fact:rd.cost_last_year',
      submit: 'submit',
      words: '"看了辅助账"',
      part: 'part:steps',
      finding: 'finding:0',
      paper: 'paper:rd-ledger',
      step: 'step:templates',
    },
  },
  {
    name: 'a visit with a step in its report',
    kind: 'visit',
    steps: ['take', `at:${SLOT}`, 'report', 'step:templates'],
    verbs: { later: 'later:templates' },
  },
  {
    name: 'a visit whose time has come',
    kind: 'visit',
    steps: ['take', `at:${SLOT}`, AFTERWARDS],
    verbs: { missed: 'missed' },
  },
  {
    name: 'a visit whose report is in',
    kind: 'visit',
    steps: ['take', `at:${SLOT}`, 'report', 'step:templates', 'submit'],
    verbs: {
      requests: 'requests',
      request: 'request:tax',
      done: 'done:templates',
      again: 'again',
      words: '"模板已发邮箱"',
    },
  },
]
/** Allowed, but there is nothing to do: nobody has it yet. Opening a form says so or does nothing. */
const IDLE = new Set(['a lead nobody has taken: back', 'a visit nobody has accepted: release'])

const desksOf = (kind: Kind) => (kind === 'lead' ? [BANK, RESERVE] : [TEAM, OTHER_TEAM, LISTED_TEAM])
const START = new Map<string, VirtualCase>()

/** A fresh copy of the scene; the turns that lead to it are played once. */
function open(state: State, desk: string): VirtualCase {
  const key = `${state.name} ${desk}`
  const kept = START.get(key) ?? sceneAt(state.kind, desk, state.steps)
  START.set(key, kept)
  return { ...kept, timers: new Map(kept.timers), posts: [], events: [] }
}

const argumentsAt = (desk: string, written: string) =>
  desk === RESERVE ? written.replace('to:yi', 'to:ding') : written

function play(scene: VirtualCase, state: State, desk: string, actor: Actor, written: string): Outcome {
  const thread = threadAt(scene, desk)
  if (written.startsWith('"'))
    return happen(knowledge, scene, actor.from, { kind: 'text', text: written.replaceAll('"', ''), thread })
  return happen(knowledge, scene, actor.from, {
    kind: 'press',
    press: `${state.kind === 'lead' ? 'L' : 'V'}:${thread}:${argumentsAt(desk, written)}`,
  })
}

/** Something of the lead or visit changed, the company heard of it, or a form opened at the desk. */
function hasEffect(before: VirtualCase['case'], outcome: Outcome): boolean {
  const parts = ({ answers, consents, leads, visits }: VirtualCase['case']) => [answers, consents, leads, visits]
  return (
    !isDeepStrictEqual(parts(before), parts(outcome.case)) ||
    outcome.posts.some(({ to, card }) => to.kind === 'enterprise' || (card.buttons ?? []).length > 0)
  )
}

const cells: string[] = []

function tryCell(state: State, desk: string, verb: string, written: string, actor: Actor): string | undefined {
  const scene = open(state, desk)
  const before = scene.case
  const expected = may(actor.standings, `${state.kind}.${verb}`)
  const name = `${state.name} at ${desk}: ${verb} by ${actor.name}`
  const outcome = play(scene, state, desk, actor, written)
  cells.push(`${state.kind}.${verb}`)
  // a company's press of a desk button is answered kindly in its own chat, and does nothing else; its words are just talk
  const own = actor.standings.includes('company')
  const posts = own ? outcome.posts.filter(({ to }) => to.kind === 'desk') : outcome.posts
  if (own && verb === 'words') return posts.length > 0 ? `${name}: words in a chat reached a desk` : undefined
  const effect = hasEffect(before, { ...outcome, posts })
  if (effect !== expected && !(expected && IDLE.has(`${state.name}: ${verb}`)))
    return `${name}: ${effect ? 'unexpectedly allowed' : 'unexpectedly denied'}`
  const elsewhere = actor.standings.includes('elsewhere')
  if (elsewhere && (posts.length > 0 || outcome.events.at(-1)?.verb !== 'denied'))
    return `${name}: another desk must see nothing, and leave a row`
  return undefined
}

describe.each(STATES)('$name', state => {
  for (const desk of desksOf(state.kind))
    test(`at ${desk}: everybody, every verb`, () => {
      const wrong: string[] = []
      for (const [verb, written] of Object.entries(state.verbs))
        for (const actor of actorsAt(desk, state.steps.length > 0))
          wrong.push(...[tryCell(state, desk, verb, written, actor)].flatMap(one => one ?? []))
      expect(wrong).toEqual([])
    })
})

test('every verb of a desk in the table was tried', () => {
  const company = ALL_RIGHTS.filter(right => may(['company'], right))
  const wanted = ALL_RIGHTS.filter(right => /^(?:lead|visit)\./.test(right) && !company.includes(right))
  expect(wanted.filter(right => !cells.includes(right))).toEqual([])
  process.stdout.write(`${cells.length} cells of desks\n`)
})
