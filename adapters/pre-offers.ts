// Pre-offers from a desk: which companies that asked to hear of something new a product fits, as counts, and having them
// asked. Whether each may hear it is decided in its own turn; the desk gets a card without a word of who they are.
import {
  dayInChina,
  deskStandings,
  type Form,
  type FormValues,
  faultsOf,
  type Invited,
  invitable,
  invitationCard,
  invitationForm,
  type Knowledge,
  may,
  type Sender,
} from '#bot'
import { type Product, whitelist } from '#matching'
import type { Store } from './store/store.ts'

type Staff = Extract<Sender, { kind: 'staff' }>
type PreOfferStore = Pick<Store, 'listeners' | 'inviteCases' | 'postOnce'>

/** What a product of an institution would come to with who listens now; with `by`, they are asked. */
export async function invite(
  { store, knowledge, now }: { store: Pick<Store, 'listeners' | 'inviteCases'>; knowledge: Knowledge; now: () => Date },
  institution: string,
  product: Product,
  by: string | undefined,
): Promise<Invited> {
  const firms = (await store.listeners()).map(({ id: firm, answers }) => ({ id: firm, dossier: answers }))
  const today = dayInChina(now().toISOString())
  const { offers } = whitelist(knowledge.catalogue, knowledge.rulebook, product, firms, { today })
  const cases = offers.map(({ firm }) => firm)
  if (by !== undefined) await store.inviteCases({ institution, product: product.id, by }, cases)
  return { agreed: firms.length, offers, sent: by === undefined ? 0 : cases.length }
}

export interface PreOffers {
  /** The form for who may have companies asked; 'denied' for everybody else, undefined where there is nothing to offer. */
  form(staff: Staff): Form | 'denied' | undefined
  /** What is wrong with it by field, or 'denied'; undefined: nothing. */
  faults(staff: Staff, values: FormValues): Readonly<Record<string, string>> | 'denied' | undefined
  /** The same, or done: the card stands at the desk. `key` tells a repetition. */
  fill(staff: Staff, values: FormValues, key: string): Promise<Readonly<Record<string, string>> | 'denied' | 'done'>
}

export function createPreOffers(store: PreOfferStore, knowledge: Knowledge, now: () => Date): PreOffers {
  const mayInvite = (staff: Staff): boolean => may(deskStandings(knowledge.staffing, staff), 'pre-offer.send')
  const form = (staff: Staff): Form | 'denied' | undefined =>
    mayInvite(staff) ? invitationForm(knowledge, staff.desk) : 'denied'
  const faults = (staff: Staff, values: FormValues) => {
    const shown = form(staff)
    return shown === 'denied' || !shown ? 'denied' : faultsOf(knowledge, shown, values)
  }
  return {
    form,
    faults,
    async fill(staff, values, key) {
      const wrong = faults(staff, values)
      if (wrong) return wrong
      const [id = '', what = ''] = ['product', 'what'].map(name => values[name]?.[0])
      const product = invitable(knowledge, staff.desk).find(one => one.id === id)
      const by = what === 'send' ? staff.person : undefined
      // the form offers only what may be offered
      if (!product) return 'done'
      const found = await invite({ store, knowledge, now }, staff.desk, product, by)
      await store.postOnce(
        staff.desk,
        `pre-offer.${staff.desk}`,
        `pre-offer.${key}`,
        invitationCard(knowledge, product, found),
      )
      return 'done'
    },
  }
}
