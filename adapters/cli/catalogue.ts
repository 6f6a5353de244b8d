// `yinqi catalogue list | show | rows | stale`: what is in the catalogue, how sure it is, which named programmes it answers to,
// and what should be looked at again.
import { dayInChina } from '#bot'
import { dayOf, showQuantity } from '#engine'
import { KINDS, type Product, stackingFaults } from '#matching'
import { loadData } from '../files/load.ts'
import { InputFault, instantOf } from './input.ts'

interface Options {
  readonly json: boolean
  readonly at?: string
}
interface ListOptions extends Options {
  readonly kind?: string
}
interface StaleOptions extends Options {
  readonly days: string
}

const print = (lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`)
const json = (value: unknown): void => print([JSON.stringify(value, null, 2)])

const row = (product: Product) => ({
  id: product.id,
  title: product.title.zh,
  kind: product.kind,
  terms: product.terms,
  bankSide: product.bankSide,
  mark: product.source.mark,
  date: product.source.date,
  validTo: product.to === undefined ? undefined : showQuantity(product.to, 'date', 'zh'),
  rows: product.rows,
})

function counted(products: readonly Product[], by: (product: Product) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const product of products) counts[by(product)] = (counts[by(product)] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const countLine = (name: string, counts: Readonly<Record<string, number>>): string =>
  `${name}：${Object.entries(counts)
    .map(([key, count]) => `${key} ${count}`)
    .join(' · ')}`

/** `yinqi catalogue list` */
export function listCatalogue(options: ListOptions): void {
  if (options.kind !== undefined && !KINDS.some(kind => kind === options.kind))
    throw new InputFault(`--kind is one of ${KINDS.join(', ')}`)
  const { catalogue } = loadData()
  const products = [...catalogue.products.values()].filter(
    product => options.kind === undefined || product.kind === options.kind,
  )
  const counts = {
    products: products.length,
    byKind: counted(products, product => product.kind),
    byMark: counted(products, product => product.source.mark),
    byTerms: counted(products, product => (product.bankSide ? 'bank-side' : product.terms)),
    byYear: counted(products, product => product.source.date.slice(0, 4)),
  }
  if (options.json) {
    json({ counts, products: products.map(row) })
    return
  }
  print([
    ...products.map(product => {
      const { id, title, kind, terms, mark, date } = row(product)
      return `${id} · ${title} · ${kind} · ${terms === 'ask' ? '条件待询' : '条件已公布'} · ${mark} ${date}`
    }),
    '',
    `共 ${counts.products} 款 / ${counts.products} products`,
    countLine('类别 kind', counts.byKind),
    countLine('可信度 mark', counts.byMark),
    countLine('条件 terms', counts.byTerms),
    countLine('信息年份 year', counts.byYear),
  ])
}

/** `yinqi catalogue rows`: every named programme with its products, mark and information date, or the reason for none. */
export function listRows({ json: asJson }: Options): void {
  const { rows } = loadData().catalogue
  const reasons = rows.filter(one => one.reason).length
  if (asJson) {
    json({
      counts: { rows: rows.length, withProduct: rows.length - reasons, withReason: reasons },
      rows: rows.map(({ id, products, reason }) => ({ id, products: products.map(row), reason })),
    })
    return
  }
  print([
    ...rows.flatMap(({ id, products, reason }) => [
      ...products.map(product => {
        const { terms, bankSide, source, title } = product
        const shown = bankSide ? '银行侧，不向企业展示' : terms === 'ask' ? '条件待询' : '条件已公布'
        return `${id} · ${title.zh} · ${product.id} · ${shown} · ${source.mark} ${source.date}`
      }),
      ...(reason ? [`${id} · 没有产品：${reason.zh}`] : []),
    ]),
    '',
    `共 ${rows.length} 项点名 / ${rows.length} named：${rows.length - reasons} 项有产品，${reasons} 项写明理由`,
  ])
}

/** `yinqi catalogue show PRODUCT` */
export function showCatalogue(id: string, options: Options): void {
  const { catalogue } = loadData()
  const product = catalogue.products.get(id)
  if (!product) throw new InputFault(`no product ${id}; yinqi catalogue list shows them all`)
  const alone = stackingFaults([product], catalogue.stacking)
  const speaking = {
    needs: alone.map(one => one.title.zh),
    follows: catalogue.stacking.follows.has(id),
  }
  if (options.json) {
    const { eligible: _eligible, serves: _serves, amount, ...rest } = product
    json({ ...rest, amount: amount && { max: amount.max, min: amount.min, note: amount.note }, stacking: speaking })
    return
  }
  const money = (fen: number) => showQuantity(fen, 'money', 'zh')
  const percent = (ppm: number) => showQuantity(ppm, 'percent', 'zh')
  const some = (name: string, text: string | undefined) => (text ? [`${name}：${text}`] : [])
  print([
    `${product.title.zh} / ${product.title.en}`,
    product.summary.zh,
    `类别 ${product.kind} · ${product.terms === 'ask' ? '条件待询' : '条件已公布'}${product.bankSide ? ' · 银行侧资金，不向企业展示' : ''}`,
    ...some('地区', product.regions.join('、') || '全国'),
    ...some('额度上限', product.amount?.max === undefined ? undefined : money(product.amount.max)),
    ...some('额度保底', product.amount?.min === undefined ? undefined : money(product.amount.min)),
    ...some('期限', product.term && showQuantity(product.term.max, 'months', 'zh')),
    ...some('利率', product.rate?.from === undefined ? product.rate?.note?.zh : `${percent(product.rate.from)} 起`),
    ...some('补贴', product.benefit?.note?.zh),
    ...some('风险分担', product.riskShare.map(one => `${one.by} ${percent(one.share)}`).join('、')),
    ...some('组合规则', speaking.needs.join('、')),
    ...some('材料', product.documents.map(one => catalogue.documents.get(one)?.zh ?? one).join('、')),
    ...product.steps.map((step, index) => `${index + 1}. ${step.zh}`),
    ...some(
      '来源',
      `${product.source.title} ${product.source.mark} ${product.source.date} ${product.source.url ?? ''}`,
    ),
    `例子 ${product.examples.length} 个 · ${product.file}`,
  ])
}

/** `yinqi catalogue stale` */
export function staleCatalogue(options: StaleOptions): void {
  const days = Number(options.days)
  if (!Number.isInteger(days) || days < 1) throw new InputFault(`--days takes a whole number, not ${options.days}`)
  const today = dayInChina(instantOf(options.at, new Date()))
  const { catalogue } = loadData()
  const found = [...catalogue.products.values()]
    .map(product => ({
      product,
      age: today - (dayOf(product.source.date) ?? today),
      expired: product.to !== undefined && product.to < today,
    }))
    .filter(one => one.expired || one.age > days)
    .sort((a, b) => b.age - a.age || (a.product.id < b.product.id ? -1 : 1))
  if (options.json) {
    json(found.map(({ product, age, expired }) => ({ ...row(product), ageDays: age, expired })))
    return
  }
  print([
    ...found.map(({ product, age, expired }) => {
      const end = expired ? ` · 已于 ${showQuantity(product.to ?? 0, 'date', 'zh')} 到期` : ''
      return `${product.id} · ${product.title.zh} · ${product.source.mark} ${product.source.date}（${age} 天前）${end}`
    }),
    '',
    `${found.length} / ${catalogue.products.size} 款需要复核（信息超过 ${days} 天或已到期）`,
  ])
}
