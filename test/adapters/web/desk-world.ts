// The desk page over the real turn: a lead at a bank or a visit at a team, its cards in the page, and every press, word and
// form played on the case as the worker would.
import type { FormValues, Knowledge, Post, Sender } from '#bot'
import { desksOf } from '../../../adapters/cli/serve.ts'
import { createPreOffers, type PreOffers } from '../../../adapters/pre-offers.ts'
import { createStaffForms } from '../../../adapters/staff-forms.ts'
import type { WebOptions } from '../../../adapters/web/server.ts'
import { createMemoryStore, deskRoom, type MemoryStore } from '../../support/memory-store.ts'
import { knowledge as cast, type Kind, sceneAt, threadAt } from '../../support/rights-cast.ts'
import { happen, type VirtualCase } from '../../support/virtual-case.ts'

export interface DeskWorld {
  readonly store: MemoryStore
  readonly scene: VirtualCase
  readonly thread: string
  /** pre-offers that were handed in */
  readonly filled: { readonly staff: Sender; readonly values: FormValues }[]
  readonly options: Pick<WebOptions, 'forms' | 'preOffers' | 'desks' | 'now'>
}

/** `steps` are played by the owner before anybody looks, as in test/support/rights-cast.ts. */
export function deskWorld(
  kind: Kind,
  desk: string,
  steps: readonly string[] = [],
  knowledge: Knowledge = cast,
): DeskWorld {
  const scene = sceneAt(kind, desk, steps)
  const thread = threadAt(scene, desk)
  const store: MemoryStore = { ...createMemoryStore(), caseOf: async () => scene.case }
  const show = ({ to, card, slot }: Post): void => {
    if (to.kind === 'desk') store.say(deskRoom(to.desk, to.thread), { card, slot })
  }
  for (const { post } of scene.posts) show(post)
  store.answerWith(({ event, from }) => {
    if (event.kind !== 'press' && event.kind !== 'text' && event.kind !== 'form') return
    const played = event.kind === 'text' ? { kind: event.kind, text: event.text, thread } : event
    const outcome = happen(knowledge, scene, from, played)
    for (const post of outcome.posts) show(post)
  })
  const now = () => new Date(scene.now)
  const filled: DeskWorld['filled'] = []
  const nothing = { listeners: async () => [], inviteCases: async () => {}, postOnce: async () => true }
  const preOffers = createPreOffers(nothing, knowledge, now)
  const fill: PreOffers['fill'] = async (staff, values, key) => {
    filled.push({ staff, values })
    return preOffers.fill(staff, values, key)
  }
  return {
    filled,
    store,
    scene,
    thread,
    options: {
      forms: createStaffForms(store, knowledge),
      preOffers: { ...preOffers, fill },
      desks: desksOf(knowledge),
      now,
    },
  }
}
