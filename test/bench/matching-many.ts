// All companies of a province against a whole catalogue: the bit program beside our own closures on the same rows, what a
// catalogue ten times as large costs, and what is left to do when one answer or one product changes.
import {
  closuresOf,
  countOf,
  encoderOf,
  type NormalForm,
  normalise,
  type Plane,
  type Planes,
  planesOf,
  programOf,
  type Row,
  read,
  run,
  sweepOf,
  without,
  YES,
} from '#engine'
import { print, TODAY } from './bench.ts'
import { contest, GOALS_HEAD, goal } from './contest.ts'
import { conditionOf, dossierOf, marketBook, marketFirms, marketProducts } from './matching-market.ts'

const PRODUCTS = 300
const FIRMS = 20_000
const PROVINCE = 285_000
/** Closures are timed on a part: they cost the same a company however many there are. */
const PART = 2_000

const book = marketBook()
const formOf = (products: number): NormalForm =>
  normalise(marketProducts(products).map(written => conditionOf(written, book)))
const rowsOf = (form: NormalForm, known: number, count = FIRMS): readonly Row[] => {
  const { row } = encoderOf(form)
  return marketFirms(count, known, 21).map(told => row(read(book, dossierOf(told), TODAY)))
}

/** The same companies again and again, as many as a province has. */
function province(form: NormalForm, rows: readonly Row[]): Planes {
  return planesOf(
    form,
    Array.from({ length: PROVINCE }, (_, index) => rows[index % rows.length] as Row),
  )
}

function wrong(form: NormalForm, rows: readonly Row[], yes: readonly Plane[]): number {
  const closures = closuresOf(form)
  return closures.filter((judge, index) => {
    const plane = yes[index]
    return !plane || countOf(plane) !== rows.filter(row => judge(row.cells) === YES).length
  }).length
}

async function population(form: NormalForm, known: number) {
  const rows = rowsOf(form, known)
  const planes = planesOf(form, rows)
  const program = programOf(form)
  const closures = closuresOf(form)
  const part = rows.slice(0, PART)
  const times = await contest([
    { name: 'bits', pieces: FIRMS * PRODUCTS, run: () => run(planes, program) },
    { name: 'closures', pieces: PART * PRODUCTS, run: () => part.map(row => closures.map(judge => judge(row.cells))) },
    { name: 'encode', pieces: FIRMS * PRODUCTS, run: () => planesOf(form, rows) },
  ])
  const nanoseconds = (name: string) => (times.get(name) ?? Number.NaN) * 1_000
  return {
    rows,
    wrong: wrong(form, rows, run(planes, program).yes),
    bits: nanoseconds('bits'),
    closures: nanoseconds('closures'),
    encode: nanoseconds('encode'),
  }
}

/** One answer of one company: the row is looked at again there, and only products that ask for it are judged. */
async function oneAnswer(form: NormalForm) {
  const firms = marketFirms(400, 0.5, 31)
  const later = marketFirms(400, 1, 32)
  const encoder = encoderOf(form)
  const sweep = sweepOf(form)
  const closures = closuresOf(form)
  const touched = productsBy(form)
  const cases = firms.flatMap((told, index) => {
    const watched = index % form.watched.length
    const id = form.watched[watched]?.fact?.id
    const answer = id === undefined ? undefined : later[index]?.[id]
    if (id === undefined || answer === undefined) return []
    const before = encoder.row(read(book, dossierOf(told), TODAY))
    return [{ before, watched, reading: read(book, dossierOf({ ...told, [id]: answer }), TODAY) }]
  })
  const again = ({ before, watched, reading }: (typeof cases)[number]) => encoder.again(before, reading, [watched])
  const times = await contest([
    {
      name: 'all',
      pieces: cases.length,
      run: () => cases.map(one => sweep(encoder.row(read(book, one.reading.dossier, TODAY)))),
    },
    {
      name: 'again',
      pieces: cases.length,
      run: () =>
        cases.map(one => {
          const { cells } = again(one)
          return touched[one.watched]?.map(product => closures[product]?.(cells))
        }),
    },
  ])
  const differ = cases.filter(one => {
    const [whole, part] = [sweep(encoder.row(one.reading)), again(one)]
    const old = sweep(one.before)
    return closures.some((judge, product) => {
      const level = touched[one.watched]?.includes(product) ? judge(part.cells) : old.level(product)
      return level !== whole.level(product)
    })
  }).length
  return { ratio: (times.get('again') ?? Number.NaN) / (times.get('all') ?? Number.NaN), differ, cases: cases.length }
}

/** By what is watched: the products whose rules look at it. */
function productsBy(form: NormalForm): readonly (readonly number[])[] {
  const looks = (node: number): readonly number[] => {
    const one = form.nodes[node]
    if (!one) return []
    return one.is === 'group' ? one.of.flatMap(looks) : [form.columns[one.column]?.watched ?? 0]
  }
  const used = form.roots.map(root => new Set(looks(root)))
  return form.watched.map((_, watched) => used.flatMap((own, product) => (own.has(watched) ? [product] : [])))
}

/** The first product's rules are replaced: its new limits are encoded, it alone is run, and the difference is who is newly eligible. */
async function oneProduct(rows: readonly Row[]) {
  const written = marketProducts(PRODUCTS + 1)
  const conditions = written.map(one => conditionOf(one, book))
  const changed = conditions.at(-1)
  if (!changed) throw new Error('a changed product')
  const alone = normalise([changed])
  const { row } = encoderOf(alone)
  const own = marketFirms(rows.length, 1, 21).map(told => row(read(book, dossierOf(told), TODAY)))
  const form = normalise(conditions.slice(0, PRODUCTS))
  const planes = planesOf(form, rows)
  const program = programOf(form)
  const before = run(planes, program).yes[0]
  let newly = 0
  const times = await contest([
    { name: 'all', pieces: 1, run: () => run(planes, program) },
    {
      name: 'one',
      pieces: 1,
      run: () => {
        const few = planesOf(alone, own)
        const after = run(few, programOf(alone)).yes[0]
        newly = before && after ? countOf(without(after, before)) : Number.NaN
      },
    },
  ])
  return { ratio: (times.get('one') ?? Number.NaN) / (times.get('all') ?? Number.NaN), newly }
}

/** Section `matching`: many companies. */
export async function benchMany(): Promise<void> {
  const form = formOf(PRODUCTS)
  const known = await population(form, 1)
  const half = await population(form, 0.5)
  const large = formOf(PRODUCTS * 10)
  const planes = planesOf(large, rowsOf(large, 1, PART * 4))
  const small = planesOf(form, rowsOf(form, 1, PART * 4))
  const growth = await contest([
    { name: 'small', pieces: 1, run: () => run(small, programOf(form)) },
    { name: 'large', pieces: 1, run: () => run(planes, programOf(large)) },
  ])
  const whole = province(form, known.rows)
  const all = programOf(form)
  const times = await contest([{ name: 'province', pieces: 1, run: () => run(whole, all) }], 3)
  const answer = await oneAnswer(form)
  const product = await oneProduct(known.rows)
  const line = (name: string, of: typeof known) =>
    `| ${name} | ${of.bits.toFixed(2)} | ${of.closures.toFixed(0)} | ${(of.closures / of.bits).toFixed(0)}× | ${of.encode.toFixed(1)} |`
  print([
    '',
    `## ${FIRMS.toLocaleString('en-US')} companies × ${PRODUCTS} products, one core`,
    '',
    `${known.wrong + half.wrong} of ${2 * PRODUCTS} products differ between the bit program and closures; ${answer.differ} of ${answer.cases} changed answers give another verdict than a full match. "Encode" is paid once a company, not once a question.`,
    '',
    '| | bit program, ns a pair | closures, ns a pair | | encode, ns a pair |',
    '| --- | --- | --- | --- | --- |',
    line('all facts known', known),
    line('half unknown', half),
    '',
    `One product changed: ${product.newly} companies are newly eligible, counted from the difference of two planes.`,
    ...GOALS_HEAD,
    goal('bit program, all known', known.bits, '≤', 5, 'ns'),
    goal('bit program, half unknown', half.bits, '≤', 5, 'ns'),
    goal(
      `${PROVINCE.toLocaleString('en-US')} × ${PRODUCTS}`,
      (times.get('province') ?? Number.NaN) / 1e6,
      '≤',
      0.5,
      's',
    ),
    goal('to our closures, all known', known.closures / known.bits, '≥', 20, '×'),
    goal('to our closures, half unknown', half.closures / half.bits, '≥', 20, '×'),
    goal('catalogue × 10', (growth.get('large') ?? Number.NaN) / (growth.get('small') ?? Number.NaN), '≤', 8, '×'),
    goal('one answer changed, to a full match', answer.ratio, '≤', 0.4, '×'),
    goal('one product changed, to a full match', product.ratio, '≤', 0.4, '×'),
  ])
}
