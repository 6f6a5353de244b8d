// One product in full: terms as published, the amount step by step, who shares the risk, papers, steps, and where the
// information comes from. Nothing here is an offer of credit.
import { showQuantity, type Verdict } from '#engine'
import { type Offer, type Product, showAmount } from '#matching'
import { type Button, type Card, field, head, item, type Line, text } from '../card.ts'
import { press } from '../press.ts'
import { findingText, sourceText, title } from '../show.ts'
import type { Turn } from '../turn-state.ts'

const money = (turn: Turn, fen: number): string => showQuantity(fen, 'money', turn.language)
const percent = (turn: Turn, ppm: number): string => showQuantity(ppm, 'percent', turn.language)

function rateText(turn: Turn, { rate, benefit }: Product): string | undefined {
  if (benefit?.rateAfter !== undefined) return turn.t('terms.rate-after', { rate: percent(turn, benefit.rateAfter) })
  if (benefit?.interestShare !== undefined)
    return turn.t('terms.interest-share', { share: percent(turn, benefit.interestShare) })
  if (benefit?.ratePoints !== undefined)
    return turn.t('terms.rate-points', { points: percent(turn, benefit.ratePoints) })
  if (benefit?.premiumShare !== undefined)
    return turn.t('terms.premium-share', { share: percent(turn, benefit.premiumShare) })
  if (rate?.from === undefined) return undefined
  return rate.to === undefined
    ? turn.t('terms.rate-from', { rate: percent(turn, rate.from) })
    : turn.t('terms.rate-range', { from: percent(turn, rate.from), to: percent(turn, rate.to) })
}

/** The terms in one line: term, collateral, rate, risk sharing, time. */
export function termsText(turn: Turn, product: Product): string {
  const parts = [
    turn.t(`kind.${product.kind}`),
    product.term && turn.t('terms.term', { term: showQuantity(product.term.max, 'months', turn.language) }),
    product.collateral.length > 0 ? product.collateral.map(one => turn.t(`collateral.${one}`)).join('/') : undefined,
    rateText(turn, product),
    product.time?.days === undefined ? undefined : turn.t('terms.time', { days: product.time.days }),
  ]
  // a guarantee is secured by a guarantee: said once
  return [...new Set(parts.filter(Boolean))].join(' · ')
}

function amountLines(turn: Turn, { amount, modifiers, product }: Offer): Line[] {
  if (!amount || (amount.low === undefined && amount.high === undefined))
    return product.amount?.note ? [field(turn.t('product.amount'), turn.w(product.amount.note))] : []
  const steps = amount.steps.map(step =>
    item(turn.t('amount.step', { what: turn.w(step.what), amount: money(turn, step.amount) })),
  )
  const better = modifiers.flatMap(one =>
    one.modifies?.note ? [item(`${turn.w(one.title)}：${turn.w(one.modifies.note)}`)] : [],
  )
  return [field(turn.t('product.amount'), showAmount(amount, turn.language)), ...steps, ...better]
}

function fitLines(turn: Turn, verdict: Verdict): Line[] {
  if (verdict.findings.length === 0) return []
  return [head(turn.t(`fit.${verdict.is}`)), ...verdict.findings.map(finding => item(findingText(turn, finding)))]
}

function factLines(turn: Turn, product: Product): Line[] {
  const share = product.riskShare
    .map(one =>
      turn.t(one.atMost ? 'risk.at-most' : 'risk', {
        who: turn.t(`sharer.${one.by}`),
        share: percent(turn, one.share),
      }),
    )
    .join(turn.comma)
  const fees = product.fees.map(fee =>
    [turn.w(fee.title), fee.yearly === undefined ? undefined : percent(turn, fee.yearly), fee.note && turn.w(fee.note)]
      .filter(Boolean)
      .join(' '),
  )
  return [
    ...(share ? [field(turn.t('product.risk'), share)] : []),
    ...(product.time ? [field(turn.t('product.time'), turn.w(product.time.note))] : []),
    ...(product.rate?.note ? [field(turn.t('product.rate'), turn.w(product.rate.note))] : []),
    ...(product.benefit?.note ? [field(turn.t('product.benefit'), turn.w(product.benefit.note))] : []),
    ...fees.map(fee => field(turn.t('product.fee'), fee)),
    ...product.known.map(known => item(turn.w(known))),
  ]
}

/** Where a lead may go: the institutions of a product that keep a desk. */
export function receiversOf(turn: Pick<Turn, 'knowledge'>, product: Product) {
  return product.institutions.flatMap(id => {
    const institution = turn.knowledge.catalogue.directory.institutions.get(id)
    return institution?.desk ? [institution] : []
  })
}

/** The product's card, with the way to apply when the company may. */
export function productCard(turn: Turn, offer: Offer): Card {
  const { product, verdict } = offer
  const list = (key: string, lines: readonly Line[]): Line[] => (lines.length > 0 ? [head(turn.t(key)), ...lines] : [])
  const papers = product.documents.flatMap(id => {
    const words = turn.knowledge.catalogue.documents.get(id)
    return words ? [item(turn.w(words))] : []
  })
  const institutions = product.institutions.flatMap(id => turn.knowledge.catalogue.directory.institutions.get(id) ?? [])
  const lines = [
    text(turn.w(product.summary)),
    field(turn.t('product.terms'), termsText(turn, product)),
    ...amountLines(turn, offer),
    ...factLines(turn, product),
    ...fitLines(turn, verdict),
    ...(verdict.is === 'open'
      ? [text(turn.t('product.lacks', { facts: verdict.lacks.map(fact => title(turn, fact)).join(turn.comma) }))]
      : []),
    ...list('product.papers', papers),
    ...list(
      'product.steps',
      product.steps.map((step, index) => item(`${index + 1}. ${turn.w(step)}`)),
    ),
    field(
      turn.t('product.by'),
      institutions.map(one => `${turn.w(one.title)}（${turn.w(one.contact)}）`).join(turn.comma),
    ),
  ]
  return {
    title: turn.w(product.title),
    lines,
    buttons: [applyButtons(turn, offer)],
    note: turn.t('product.note', { source: sourceText(product.source), date: product.source.date }),
  }
}

function applyButtons(turn: Turn, { product, verdict }: Offer): Button[] {
  const back: Button = { text: turn.t('button.results'), press: press('x') }
  if (verdict.is === 'no' || receiversOf(turn, product).length === 0) return [back]
  return [{ text: turn.t('button.apply'), press: press('ap', product.id), style: 'primary' }, back]
}
