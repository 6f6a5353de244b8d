// `yinqi catalogue reach FIRMS`: for how many of some companies each product is one to apply for. Where nobody is reached, the
// rules, the information or the product should be looked at again.
import { dayInChina } from '#bot'
import { type Reach, reachOf } from '#matching'
import { loadData } from '../files/load.ts'
import { readFirmsFile } from './firms.ts'
import { instantOf } from './input.ts'

interface Options {
  readonly json: boolean
  readonly english: boolean
  readonly at?: string
}

/** `yinqi catalogue reach FIRMS` */
export function showReach(file: string, options: Options): void {
  const { catalogue, rulebook } = loadData()
  const at = instantOf(options.at, new Date())
  const firms = readFirmsFile(file, rulebook, at)
  const found = [...reachOf(catalogue, rulebook, firms, dayInChina(at))].sort(
    (a, b) => b.can - a.can || b.answer - a.answer || (a.product.id < b.product.id ? -1 : 1),
  )
  const json = ({ product, can, answer, no }: Reach) => ({ product: product.id, can, answer, no })
  const line = ({ product, can, answer, no }: Reach): string =>
    options.english
      ? `${product.id} · ${product.title.en} · can apply ${can} · an answer decides ${answer} · not suitable ${no}`
      : `${product.id} · ${product.title.zh} · 可以申请 ${can} · 待答 ${answer} · 不适合 ${no}`
  const unreached = found.filter(one => one.can + one.answer === 0).length
  const lines = options.json
    ? [JSON.stringify({ firms: firms.length, unreached, products: found.map(json) }, null, 2)]
    : [
        ...found.map(line),
        '',
        options.english
          ? `${found.length} products over ${firms.length} companies; ${unreached} reach nobody`
          : `${found.length} 款产品对 ${firms.length} 家企业；${unreached} 款无人可用`,
      ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
