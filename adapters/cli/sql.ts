// `yinqi sql PRODUCT`: who can have a product, as a query for those who keep firms in a PostgreSQL warehouse.
import { dayInChina } from '#bot'
import { isoOf, type SqlQuery, sqlOf } from '#engine'
import type { Product } from '#matching'
import { loadData } from '../files/load.ts'
import { InputFault, instantOf } from './input.ts'

interface Options {
  readonly json: boolean
  readonly at?: string
  readonly table: string
  readonly key: string
}

/** A comment cannot end early, whatever a title says. */
const comment = (text: string): string => `-- ${text.replaceAll(/\s+/g, ' ')}`

function commented({ text, columns }: SqlQuery, product: Product, day: string): readonly string[] {
  return [
    comment(
      `${product.title.zh} / ${product.title.en} · ${product.id} · ${product.source.mark} ${product.source.date}`,
    ),
    comment(`按 ${day} 的规则；以银行审核为准 / the rules of ${day}; the bank decides`),
    comment(
      'true 符合公开条件 · false 不符合 · NULL 资料不足 / meets what is published · does not · not enough is known',
    ),
    ...(product.terms === 'ask'
      ? [comment('条件未公布，true 也须询问银行 / terms are not published: ask the bank')]
      : []),
    comment('列（未知为 NULL）/ columns, NULL where unknown:'),
    ...columns.map(({ name, type, holds }) => comment(`  "${name}" ${type} · ${holds}`)),
    `${text};`,
  ]
}

/** `yinqi sql PRODUCT` */
export function showSql(id: string, options: Options): void {
  const { catalogue, rulebook } = loadData()
  const product = catalogue.products.get(id)
  if (!product) throw new InputFault(`no product ${id}; yinqi catalogue list shows them all`)
  const today = dayInChina(instantOf(options.at, new Date()))
  const query = sqlOf(product.eligible, rulebook, today, options.table, options.key)
  const lines = options.json
    ? [JSON.stringify({ product: id, day: isoOf(today), ...query }, null, 2)]
    : commented(query, product, isoOf(today))
  process.stdout.write(`${lines.join('\n')}\n`)
}
