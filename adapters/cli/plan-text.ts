// A plan in plain lines for the terminal. Every figure is what is published; nothing is promised.
import { type Language, showQuantity, type Words } from '#engine'
import {
  type ChosenPlan,
  type CostItem,
  isSaving,
  type Offer,
  type Plan,
  type PlanLabel,
  type Span,
  showAmount,
  type TradeOff,
} from '#matching'

const both = (zh: string, en: string): Words => ({ zh, en })
const WORDS = {
  plan: both('方案', 'Plan'),
  amount: both('金额', 'Amount'),
  uncovered: both('还差', 'Not covered'),
  cost: both('年化成本', 'Cost a year'),
  part: both('已公布部分', 'Published part'),
  from: both(' 起', ' and up'),
  unknown: both('未公布', 'not published'),
  after: both('贴息后', 'after subsidy'),
  risk: both('银行自担风险', 'Risk left to the bank'),
  atLeast: both('不低于 ', 'at least '),
  time: both('多久到账', 'Time to money'),
  papers: both('材料', 'Papers'),
  steps: both('步骤', 'Steps'),
  lacks: both('还缺回答', 'Still to answer'),
  against: both('和方案 1 比', 'Against plan 1'),
  alongside: both('另外可以考虑', 'Also worth a look'),
  none: both('按公开条件，暂时拼不出完整方案。', 'No whole plan by the published terms for now.'),
  note: both(
    '按公开条件估算，以银行审核为准；意向不等于授信。本服务不收取任何费用。',
    'Estimated from published terms; the bank decides, and an intention is no credit line. This service is free.',
  ),
} as const
const LABELS: Record<PlanLabel, Words> = {
  cheapest: both('成本最低', 'cheapest'),
  fastest: both('到账最快', 'fastest'),
  largest: both('额度最大', 'largest'),
  fitting: both('最贴合', 'best fit'),
  surest: both('分担最多', 'most shared'),
  alternative: both('备选', 'alternative'),
}
const COSTS: Record<CostItem['code'], Words> = {
  interest: both('利息', 'Interest'),
  'guarantee-fee': both('担保费', 'Guarantee fee'),
  premium: both('保费', 'Premium'),
  fee: both('其他费用', 'Other fee'),
  'interest-saving': both('贴息', 'Interest subsidy'),
  'premium-saving': both('保费补贴', 'Premium subsidy'),
}

export interface Writer {
  readonly language: Language
  /** the name of a fact */
  readonly fact: (id: string) => string
}

const join = ({ language }: Writer, list: readonly string[]): string => list.join(language === 'zh' ? '、' : ', ')

function span({ language }: Writer, { best, worst }: Span, kind: 'percent' | 'money', sign = ''): string {
  const show = (x: number) => `${sign}${showQuantity(x, kind, language)}`
  if (worst === undefined) return `${show(best)}${WORDS.from[language]}`
  return worst === best ? show(best) : `${show(best)}～${show(worst)}`
}

function costLine(writer: Writer, item: CostItem): string {
  const { language } = writer
  const name = `${(item.title ?? COSTS[item.code])[language]}（${item.product.title[language]}）`
  if (!item.ppm) return `${name}：${WORDS.unknown[language]}`
  const sign = isSaving(item) ? '−' : ''
  const money = item.fen ? `，${span(writer, item.fen, 'money', sign)}` : ''
  const after = item.after ? `，${WORDS.after[language]}` : ''
  return `${name}：${span(writer, item.ppm, 'percent', sign)}${money}${after}`
}

function costLines(writer: Writer, { cost }: Plan): string[] {
  const { language } = writer
  const head = cost.complete ? WORDS.cost[language] : WORDS.part[language]
  const total = cost.items.some(item => item.ppm)
    ? `${span(writer, cost.ppm, 'percent')}${cost.fen ? `，${span(writer, cost.fen, 'money')}` : ''}`
    : WORDS.unknown[language]
  return [`${head}：${total}`, ...cost.items.map(item => `  ${costLine(writer, item)}`)]
}

function tradeLine({ language }: Writer, { ppm, days, amount }: TradeOff): string[] {
  const more = (x: number | undefined, kind: 'percent' | 'days' | 'money') =>
    x === undefined || x === 0 ? [] : [`${x > 0 ? '+' : '−'}${showQuantity(Math.abs(x), kind, language)}`]
  const parts = [...more(ppm, 'percent'), ...more(days, 'days'), ...more(amount, 'money')]
  return parts.length > 0 ? [`${WORDS.against[language]}：${parts.join(' · ')}`] : []
}

/** One plan, line by line. */
export function planLines(writer: Writer, { plan, labels, tradeOff }: ChosenPlan, number: number): string[] {
  const { language } = writer
  const names = [plan.main, ...plan.others].map(one => one.title[language]).join(' + ')
  const tags = labels.map(label => LABELS[label][language]).join(' / ')
  const { exposure, time } = plan
  const waits = [
    ...(time.days > 0 ? [showQuantity(time.days, 'days', language)] : []),
    ...(time.unknown.length > 0
      ? [
          `${WORDS.unknown[language]}（${join(
            writer,
            time.unknown.map(one => one.title[language]),
          )}）`,
        ]
      : []),
  ]
  const lines = [
    `${WORDS.amount[language]}：${plan.amount ? showAmount(plan.amount, language) : WORDS.unknown[language]}`,
    ...(plan.uncovered ? [`${WORDS.uncovered[language]}：${showQuantity(plan.uncovered, 'money', language)}`] : []),
    ...costLines(writer, plan),
    ...(exposure.by
      ? [
          `${WORDS.risk[language]}：${exposure.atLeast ? WORDS.atLeast[language] : ''}${showQuantity(exposure.ppm, 'percent', language)}（${exposure.by.title[language]}）`,
        ]
      : []),
    `${WORDS.time[language]}：${waits.join(' + ')}`,
    `${WORDS.papers[language]}（${plan.documents.length}）：${join(
      writer,
      plan.documents.map(one => one.title[language]),
    )}`,
    `${WORDS.steps[language]}：`,
    ...plan.steps.map((step, index) => `  ${index + 1}. ${step.text[language]}（${step.product.title[language]}）`),
    ...(plan.lacks.length > 0 ? [`${WORDS.lacks[language]}：${join(writer, plan.lacks.map(writer.fact))}`] : []),
    ...(tradeOff ? tradeLine(writer, tradeOff) : []),
  ]
  return [`${WORDS.plan[language]} ${number}（${tags}）：${names}`, ...lines.map(line => `  ${line}`)]
}

/** What else helps, and what the figures are worth. */
export function closingLines({ language }: Writer, alongside: readonly Offer[], found: boolean): string[] {
  return [
    ...(found ? [] : [WORDS.none[language]]),
    ...(alongside.length > 0
      ? [`${WORDS.alongside[language]}：`, ...alongside.map(({ product }) => `  ${product.title[language]}`)]
      : []),
    WORDS.note[language],
  ]
}
