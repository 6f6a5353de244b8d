// `yinqi plan`: a company's facts in, two or three whole plans out: loan, guarantee and subsidies with the yearly cost.
import { dayInChina, describePlans, toText } from '#bot'
import { read } from '#engine'
import { answersOn, type ChosenPlan, type CostItem, match, type Plan, plansOf } from '#matching'
import { loadData } from '../files/load.ts'
import { InputFault, instantOf, readFactsFile } from './input.ts'

interface Options {
  readonly json: boolean
  readonly english: boolean
  readonly at?: string
  readonly lacking: string
}

const costJson = (item: CostItem) => ({
  what: item.code,
  product: item.product.id,
  title: item.title,
  ppm: item.ppm,
  fen: item.fen,
  after: item.after?.id,
})

function planJson({ plan, labels, tradeOff }: ChosenPlan) {
  const { cost, exposure, time } = plan
  return {
    labels,
    main: plan.main.id,
    others: plan.others.map(one => one.id),
    amountFen: plan.amount && { low: plan.amount.low, high: plan.amount.high },
    uncoveredFen: plan.uncovered,
    termMonths: plan.termMonths,
    cost: {
      complete: cost.complete,
      principalFen: cost.principal,
      fen: cost.fen,
      ppm: cost.ppm,
      items: cost.items.map(costJson),
      unknown: cost.unknown.map(item => `${item.code} ${item.product.id}`),
    },
    bankRisk: { ppm: exposure.ppm, fen: exposure.fen, atLeast: exposure.atLeast, by: exposure.by?.id },
    days: { known: time.days, unknown: time.unknown.map(one => one.id) },
    documents: plan.documents.map(one => ({ id: one.id, for: one.for.map(product => product.id) })),
    steps: plan.steps.map(one => ({ product: one.product.id, time: one.time, text: one.text })),
    certain: plan.certain,
    lacks: plan.lacks,
    tradeOff: tradeOff && { ...tradeOff, against: keyOf(tradeOff.against) },
  }
}

const keyOf = (plan: Plan): string => plan.key

/** `yinqi plan FILE` */
export function planFile(file: string, options: Options): void {
  const lacking = Number(options.lacking)
  if (!Number.isInteger(lacking) || lacking < 0)
    throw new InputFault(`--lacking takes a whole number, not ${options.lacking}`)
  const { catalogue, rulebook, knowledge } = loadData()
  const at = instantOf(options.at, new Date())
  const today = dayInChina(at)
  const dossier = answersOn(readFactsFile(file, rulebook, at), today, catalogue.repairs)
  const reading = read(rulebook, dossier, today)
  const found = plansOf(catalogue, reading, match(catalogue, reading), { lacking })
  if (options.json) {
    const answer = { plans: found.plans.map(planJson), alongside: found.alongside.map(one => one.product.id) }
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
    return
  }
  const language = options.english ? ('en' as const) : ('zh' as const)
  process.stdout.write(`${toText({ ...describePlans(knowledge, dossier, at, language, found), buttons: [] })}\n`)
}
