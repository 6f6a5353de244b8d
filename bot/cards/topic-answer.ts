// Answers to side questions that the catalogue and the answers so far can tell more about: which products want no security,
// which take patents, and what a bad record means.
import { type Possible, type Product, possible } from '#matching'
import { item, type Line, text } from '../card.ts'
import type { SideTopic } from '../language/index.ts'
import type { Turn } from '../turn-state.ts'

const NAMED_MAX = 3
/** The kinds of security that a technology company mostly has, or has not; best first. */
const WITHOUT_PROPERTY = ['none', 'ip', 'guarantee'] as const

/** What may still be had, the surer first. */
const within = ({ offers, open }: Possible): readonly Product[] => [...offers, ...open].map(({ product }) => product)

/** How many products take each kind of security, with a few of their names; nothing before the company's place is known. */
function securityLines(turn: Turn): readonly Line[] {
  const products = within(possible(turn.knowledge.catalogue, turn.reading))
  return WITHOUT_PROPERTY.flatMap(kind => {
    const taking = products.filter(product => product.collateral.includes(kind))
    if (taking.length === 0) return []
    const names = taking.slice(0, NAMED_MAX).map(product => turn.w(product.title))
    const values = { kind: turn.t(`collateral.${kind}`), count: taking.length, names: names.join(turn.comma) }
    return [item(turn.t('answer.security.kind', values))]
  })
}

/** The lines that answer the topic. */
export function topicAnswer(turn: Turn, topic: SideTopic): readonly Line[] {
  return topic === 'security'
    ? [text(turn.t('answer.security')), ...securityLines(turn)]
    : [text(turn.t('answer.record'))]
}
