// 预授信 from the desk's side: the form in which a manager looks how many companies a product fits and has us ask them, and
// the card that says what came of it. Counts and masked rows only: who they are the desk learns when they agree.
import { UNITS_PER_POINT } from '#engine'
import { type PreOffer, type Product, showAmount } from '#matching'
import { type Card, item, text } from '../card.ts'
import type { Form } from '../form.ts'
import type { Knowledge } from '../knowledge.ts'
import { type PhraseValues, say } from '../phrases.ts'

/** Rows named one by one. */
const NAMED_MAX = 10

/** What can be done: look first, or have them asked. */
export const INVITATIONS = ['look', 'send'] as const
export type Invitation = (typeof INVITATIONS)[number]

/** How somebody asks for the form in words. */
const ASKED: ReadonlySet<string> = new Set(['预授信', '预授信邀请', 'pre-offer', 'preoffer'])
export const asksForInvitation = (words: string): boolean => ASKED.has(words.trim().toLowerCase())

/** The name of the button, and what who may not is told. */
export const invitationWords = ({ phrases }: Knowledge) => ({
  title: say(phrases, 'zh', 'invite.title'),
  denied: say(phrases, 'zh', 'invite.denied'),
})

/** Products an institution could offer by itself. */
export const invitable = ({ catalogue }: Knowledge, institution: string): readonly Product[] =>
  catalogue.directory.institutions.get(institution)?.desk
    ? [...catalogue.products.values()].filter(one => !one.bankSide && one.institutions.includes(institution))
    : []

/** The form of an institution; undefined when it has no desk or no product to offer. */
export function invitationForm(knowledge: Knowledge, institution: string): Form | undefined {
  const t = (key: string): string => say(knowledge.phrases, 'zh', key)
  const products = invitable(knowledge, institution)
  if (products.length === 0) return undefined
  return {
    title: t('invite.title'),
    intro: t('invite.intro'),
    fields: [
      {
        kind: 'choice',
        name: 'product',
        label: t('invite.product'),
        required: true,
        options: products.map(({ id, title }) => ({ value: id, text: title.zh })),
        chosen: products.length === 1 ? products[0]?.id : undefined,
      },
      {
        kind: 'choice',
        name: 'what',
        label: t('invite.what'),
        required: true,
        options: INVITATIONS.map(value => ({ value, text: t(`invite.${value}`) })),
        chosen: 'look',
      },
    ],
    submit: t('form.submit'),
    cancel: t('form.cancel'),
  }
}

/** A row without anything that tells who it is: no id, no place, no trade. */
export const maskedOffer = ({ rank, standing, preLimit, rating, lacks }: PreOffer) => ({
  rank,
  standing,
  preLimit: preLimit ? showAmount(preLimit, 'zh') : null,
  score: rating ? `${rating.score.low / UNITS_PER_POINT}～${rating.score.high / UNITS_PER_POINT}` : null,
  grades: rating?.grades ?? [],
  toCheck: lacks.length,
})

export interface Invited {
  /** companies that asked to hear of something new */
  readonly agreed: number
  readonly offers: readonly PreOffer[]
  /** companies that will be asked */
  readonly sent: number
}

/** What stands at the desk afterwards. */
export function invitationCard(knowledge: Knowledge, product: Product, found: Invited): Card {
  const t = (key: string, values?: PhraseValues): string => say(knowledge.phrases, 'zh', key, values)
  const { agreed, offers, sent } = found
  const rows = offers.slice(0, NAMED_MAX).map(maskedOffer)
  return {
    title: t('invite.card', { product: product.title.zh }),
    lines: [
      text(t('invite.found', { agreed, fitting: offers.length })),
      ...rows.map(({ rank, grades, score, preLimit, toCheck }) =>
        item(
          t('invite.row', { rank, score: score ?? '—', grades: grades.length > 0 ? grades.join('/') : '—' }),
          [preLimit ?? '', toCheck > 0 ? t('invite.to-check', { count: toCheck }) : ''].filter(Boolean).join(' · '),
        ),
      ),
      ...(offers.length > rows.length ? [text(t('digest.more', { count: offers.length - rows.length }))] : []),
      ...(sent > 0 ? [text(t('invite.sent', { count: sent }))] : []),
    ],
    note: t('pre-offer.note'),
  }
}
