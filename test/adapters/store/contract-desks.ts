// Two desks on one database: whatever asks the store in the name of one never gets a row of the other. The list of what can
// be asked is read from the store's own interface, so that a new question cannot be forgotten here.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { OpenStore } from '../../../adapters/store/open.ts'
import type { Open } from './contract.ts'
import * as e from './events.ts'

const [MINE, THEIRS] = ['icbc', 'team-b'] as const
const CANARY = 'canary-of-the-other-desk'
const PAPER = { id: 'paper-9', name: '账本.pdf', type: 'application/pdf', bytes: 4 }

/** A company with a lead, a visit, a card and a paper at the other desk, and nothing here. */
async function fill(store: OpenStore): Promise<string> {
  const first = await e.turn(store, e.says('p', 'x'), {
    change: current => {
      const filled = e.withLead(current)
      return {
        ...filled,
        consents: filled.consents.map(one => ({ ...one, receiver: THEIRS })),
        leads: filled.leads.map(one => ({
          ...one,
          receiver: THEIRS,
          talk: { requests: [], papers: [{ ...PAPER, at: e.AT }] },
        })),
        visits: filled.visits.map(one => ({ ...one, team: THEIRS })),
      }
    },
  })
  const thread = (await store.caseOf(first.received))?.leads[0]?.id ?? ''
  await store.keepPaper('telegram', 'p', PAPER, Buffer.from(CANARY))
  await e.turn(store, e.says('p', 'y'), {
    posts: [e.toDesk(THEIRS, thread, CANARY, 'lead')],
    papers: [{ id: PAPER.id, thread }],
  })
  return thread
}

/** method of the store → what it says to one desk. */
const QUESTIONS: Readonly<Record<string, (store: OpenStore, desk: string, thread: string) => Promise<unknown>>> = {
  leadsOfDesk: (store, desk) => store.leadsOfDesk(desk),
  visitsOfDesk: (store, desk) => store.visitsOfDesk(desk),
  lastPosted: (store, desk, thread) => store.lastPosted(desk, thread),
  desks: (store, desk) => store.desks(0n, [desk]),
  paper: (store, desk) => store.paper(PAPER.id, { kind: 'desk', desk }),
  visited: (store, desk) => store.visited(desk),
}
/** These write into the desk that is named, and read nothing. */
const WRITES = ['postOnce', 'announceDead']

const isEmpty = (answer: unknown): boolean => answer === undefined || (Array.isArray(answer) && answer.length === 0)

export function desksContract(open: Open): void {
  test('every question of the store that names a desk is asked here', () => {
    const source = readFileSync(new URL('../../../adapters/store/store.ts', import.meta.url), 'utf8')
    const named = [...source.matchAll(/^ {2}(\w+)\([^)]*\b(?:desk|team|reader|only)\??:/gm)].map(
      ([, name = '']) => name,
    )
    expect(named.toSorted()).toEqual([...Object.keys(QUESTIONS), ...WRITES].toSorted())
  })

  test.each(Object.keys(QUESTIONS))('%s: one desk never gets what is of another', async name => {
    const { store } = open()
    const thread = await fill(store)
    const ask = QUESTIONS[name] ?? expect.unreachable(name)
    expect(isEmpty(await ask(store, MINE, thread))).toBe(true)
    expect(isEmpty(await ask(store, THEIRS, thread))).toBe(false)
  })
}
