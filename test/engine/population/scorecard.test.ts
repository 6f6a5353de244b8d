// The scorecard of the benchmark, rated over columns, equals what a person wrote down for that one scorecard by hand: the
// figures of the benchmark are figures of the same answer.
import { expect, test } from 'vitest'
import { addCompany, columnRater, startColumns } from '#engine'
import { indicators, scorecardRulebook } from '../../bench/scorecard.ts'
import { handRange, handScore, RANGE } from '../../bench/scorecard-by-hand.ts'
import { scorecardDossier, scorecardRows, withGaps } from '../../bench/scorecard-firms.ts'
import { compareRatings } from './as-columns.ts'

const TODAY = 20_779
const FIRMS = 1_500
const list = indicators(24)
const book = scorecardRulebook(list)
const known = scorecardRows(list, FIRMS)

test.each([1, 0.8, 0.5, 0.1])('%d of the answers known: both ends are those worked out by hand', share => {
  const rows = withGaps(known, share)
  const rater = columnRater(book, ['bench-scorecard'], TODAY)
  const columns = startColumns(rater.facts, rows.length)
  for (const row of rows) addCompany(columns, scorecardDossier(row))
  const { ratings, exact } = rater.rate(columns)
  expect(exact).toBe(0)
  for (const [index, row] of rows.entries()) {
    handRange(row)
    expect([ratings[0]?.low[index], ratings[0]?.high[index]]).toEqual([RANGE.low, RANGE.high])
  }
})

test('a company that told everything has one score, the same by hand', () => {
  for (const row of known.slice(0, 300)) {
    handRange(row)
    expect([RANGE.low, RANGE.high]).toEqual([handScore(row), handScore(row)])
  }
})

test('wide scorecards are rated like each company alone', () => {
  const wide = indicators(104)
  const dossiers = withGaps(scorecardRows(wide, 150), 0.6).map(scorecardDossier)
  expect(compareRatings(scorecardRulebook(wide), 'bench-scorecard', dossiers, TODAY).faults).toEqual([])
})
