// What one company asks next: all its cheapest steps to products that refuse it, and the next question, over catalogues as
// large as several provinces together. That a step's cost equals brute force is held by test/matching/step.test.ts; here every
// step found is applied, and must open its product.
import { modelsAnywhere } from '#bot'
import { type DataProblem, type Dossier, judge, type Rulebook, read } from '#engine'
import { afterChanges, type Catalogue, nextQuestion, type Product, stepFinder } from '#matching'
import { parseRepairs, type Repairs } from '../../matching/repair.ts'
import { firms } from '../support/firms.ts'
import { type Bench, COUNT, print, TODAY } from './bench.ts'
import { contest, GOALS_HEAD, goal } from './contest.ts'
import { conditionOf, dossierOf, marketBook, marketFirms, marketProducts, PLACE } from './matching-market.ts'
import { percentiles } from './measure.ts'

const PRODUCTS = 300
const MANY = 3_000

function repairsOf(book: Rulebook): Repairs {
  const problems: DataProblem[] = []
  const written = {
    patience: { freely: '1 天', weeks: '14 天', months: '90 天', 'by-date': '120 天', years: '540 天' },
    fixed: [PLACE],
    grows: ['c.x0'],
    shrinks: ['c.x1'],
    lapses: [],
    repairs: [],
    near: { changes: 2, patience: '400 天' },
  }
  const repairs = parseRepairs('market', written, book, problems)
  if (!repairs || problems.length > 0) throw new Error(problems.map(one => one.message).join('\n'))
  return repairs
}

interface Refused {
  readonly dossier: Dossier
  readonly products: readonly Product[]
}

function steps(catalogue: Catalogue) {
  const book = marketBook()
  const repairs = repairsOf(book)
  const [template] = catalogue.products.values()
  if (!template) throw new Error('an empty catalogue')
  const products = marketProducts(PRODUCTS).map(
    (written, index): Product => ({ ...template, id: String(index), eligible: conditionOf(written, book) }),
  )
  const cases = marketFirms(100, 1, 51).map((told): Refused => {
    const reading = read(book, dossierOf(told), TODAY)
    return {
      dossier: dossierOf(told),
      products: products.filter(product => judge(product.eligible, reading).is === 'no'),
    }
  })
  // a reading keeps what was worked out on it, so each round starts from the answers again
  const again = ({ dossier }: Refused) => read(book, dossier, TODAY)
  const all = (one: Refused) => one.products.map(stepFinder(again(one), repairs))
  const found = cases.flatMap(one => all(one).flatMap(step => (step ? [{ reading: again(one), step }] : [])))
  const shut = found.filter(
    ({ reading, step }) => judge(step.product.eligible, afterChanges(reading, step.changes)).is === 'no',
  )
  return {
    refused: cases.reduce((sum, one) => sum + one.products.length, 0) / cases.length,
    found: found.length / cases.length,
    shut: shut.length,
    run: () => cases.map(all),
    firms: cases.length,
  }
}

/** The catalogue many times over, as if as many places had theirs. */
function multiplied(catalogue: Catalogue, count: number): Catalogue {
  const own = [...catalogue.products.values()]
  const products = Array.from({ length: count }, (_, index): readonly [string, Product] => {
    const product = own[index % own.length]
    if (!product) throw new Error('an empty catalogue')
    const id = `${product.id}~${Math.floor(index / own.length)}`
    return [id, { ...product, id }]
  })
  return { ...catalogue, products: new Map(products) }
}

/** Section `matching`: steps and the next question. */
export async function benchSteps({ knowledge, rulebook, catalogue }: Bench): Promise<void> {
  const { refused, found, shut, run, firms: count } = steps(catalogue)
  const times = await contest([{ name: 'steps', pieces: count, run }])
  const options = { skipped: [], models: modelsAnywhere(knowledge.script) }
  const large = multiplied(catalogue, MANY)
  const [middle = Number.NaN, late = Number.NaN] = percentiles(
    firms(rulebook, COUNT / 4, 0.5, 3),
    dossier => nextQuestion(large, read(rulebook, dossier, TODAY), options),
    [50, 99],
  )
  print([
    '',
    '## Steps and the next question',
    '',
    `One company is refused by ${refused.toFixed(0)} of ${PRODUCTS} products; ${found.toFixed(0)} can be opened by a step, and ${shut} of all steps do not open their product when they are applied.`,
    `The next question over ${MANY.toLocaleString('en-US')} products takes ${(middle / 1_000).toFixed(1)} ms in the middle: where the place is told most products are for elsewhere; where it is not, some 2,400 are open at once.`,
    ...GOALS_HEAD,
    goal('all steps of one company', (times.get('steps') ?? Number.NaN) / 1_000, '≤', 1, 'ms'),
    goal(`next question over ${MANY.toLocaleString('en-US')} products, p99`, late / 1_000, '≤', 10, 'ms'),
  ])
}
