// `yinqi whitelist` and `yinqi rehearse`: one product, or one change of rules, over many companies.
import { dayInChina } from '#bot'
import { type Language, showQuantity, UNITS_PER_POINT } from '#engine'
import { type PreOffer, type RehearsedChange, rehearse, showAmount, whitelist } from '#matching'
import { loadData, projectRoot } from '../files/load.ts'
import { readFirmsFile } from './firms.ts'
import { InputFault, instantOf } from './input.ts'

interface Options {
  readonly json: boolean
  readonly english: boolean
  readonly at?: string
  readonly model?: string
}

const print = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`)
const languageOf = ({ english }: { english: boolean }): Language => (english ? 'en' : 'zh')

const preOfferJson = (one: PreOffer) => ({
  rank: one.rank,
  firm: one.firm,
  standing: one.standing,
  preLimitFen: one.preLimit && { low: one.preLimit.low, high: one.preLimit.high },
  grades: one.rating?.grades,
  score: one.rating && {
    low: one.rating.score.low / UNITS_PER_POINT,
    high: one.rating.score.high / UNITS_PER_POINT,
  },
  lacks: one.lacks,
})

/** `yinqi whitelist PRODUCT FIRMS` */
export function whitelistFile(id: string, file: string, options: Options): void {
  const { catalogue, rulebook } = loadData()
  const product = catalogue.products.get(id)
  if (!product) throw new InputFault(`no product ${id}; yinqi catalogue list shows them all`)
  if (options.model !== undefined && !rulebook.models.has(options.model))
    throw new InputFault(`no model ${options.model}; there are ${[...rulebook.models.keys()].join(', ')}`)
  const at = instantOf(options.at, new Date())
  const firms = readFirmsFile(file, rulebook, at)
  const found = whitelist(catalogue, rulebook, product, firms, { today: dayInChina(at), model: options.model })
  if (options.json) {
    const refused = found.refused.map(one => ({
      firm: one.firm,
      because: one.verdict.findings.map(finding => finding.test.title[languageOf(options)]),
    }))
    print([JSON.stringify({ product: id, offers: found.offers.map(preOfferJson), refused }, null, 2)])
    return
  }
  const language = languageOf(options)
  const zh = language === 'zh'
  const line = (one: PreOffer): string => {
    const limit = one.preLimit ? showAmount(one.preLimit, language) : ''
    const lacks = one.lacks.map(fact => rulebook.facts.get(fact)?.title[language] ?? fact).join(zh ? '、' : ', ')
    const points = one.rating
      ? `${one.rating.score.low / UNITS_PER_POINT}～${one.rating.score.high / UNITS_PER_POINT}`
      : ''
    return [`${one.rank}. ${one.firm}`, limit, points, lacks && `${zh ? '待核' : 'to check'}：${lacks}`]
      .filter(part => part !== '')
      .join(' · ')
  }
  print([
    `${product.title[language]}：${found.offers.length} / ${firms.length}`,
    ...found.offers.map(line),
    ...found.refused.map(
      one =>
        `× ${one.firm} · ${one.verdict.findings.map(finding => finding.test.title[language]).join(zh ? '、' : ', ')}`,
    ),
    zh
      ? '预授信只是意向，不等于授信，以银行审核为准；联系企业前须有其同意。'
      : 'A pre-offer is an intention and no credit line; the bank decides. Contact a company only with its consent.',
  ])
}

interface RehearseOptions extends Options {
  readonly after: string
}

const EFFECT_WORDS: Record<RehearsedChange['effect'], { zh: string; en: string }> = {
  gain: { zh: '变为可申请', en: 'can now apply' },
  loss: { zh: '不再可申请', en: 'can no longer apply' },
  nearer: { zh: '变为待答', en: 'an answer decides now' },
  farther: { zh: '变为不适合', en: 'no longer suitable' },
  more: { zh: '额度上调', en: 'more' },
  less: { zh: '额度下调', en: 'less' },
}

/** `yinqi rehearse FIRMS --after FOLDER` */
export function rehearseFile(file: string, options: RehearseOptions): void {
  const before = loadData(projectRoot())
  const after = loadData(options.after)
  const at = instantOf(options.at, new Date())
  const firms = readFirmsFile(file, before.rulebook, at)
  const found = rehearse(before, after, firms, dayInChina(at))
  if (options.json) {
    print([JSON.stringify(found, null, 2)])
    return
  }
  const language = languageOf(options)
  const amount = (fen: number | undefined) => (fen === undefined ? '—' : showQuantity(fen, 'money', language))
  print([
    language === 'zh'
      ? `${found.firms} 家中 ${found.affected} 家受影响`
      : `${found.affected} of ${found.firms} affected`,
    ...found.changes.map(one => {
      const product = after.catalogue.products.get(one.product) ?? before.catalogue.products.get(one.product)
      const money =
        one.effect === 'more' || one.effect === 'less'
          ? `（${amount(one.amountBefore)} → ${amount(one.amountAfter)}）`
          : ''
      return `${one.firm} · ${product?.title[language] ?? one.product} · ${EFFECT_WORDS[one.effect][language]}${money}`
    }),
  ])
}
