// `npm run bench`: what rating, matching, asking, understanding and a whole turn cost on this machine, each beside a
// yardstick of the same run. `npm run bench -- rating` runs one section, `--province` adds whole provinces. Nothing here is asserted; docs/benchmarks.md keeps
// the day's table.
import os from 'node:os'
import { parseArgs } from 'node:util'
import { loadData } from '../../adapters/files/load.ts'
import { type Bench, COUNT, print, type Section } from './bench.ts'
import { benchLoad } from './load/load.ts'
import { benchMany } from './matching-many.ts'
import { benchOneOfMany } from './matching-one.ts'
import { benchSteps } from './matching-steps.ts'
import { benchOneMatch } from './one-match.ts'
import { benchOneRating } from './one-rating.ts'
import { benchPopulationRating } from './population-rating.ts'
import { benchProvince } from './province.ts'
import { benchQuestions } from './questions.ts'
import { benchSoak } from './soak.ts'
import { benchTalk } from './talk.ts'

/** In the order they run; several of one name run together. */
const SECTIONS: readonly Section[] = [
  { name: 'rating', run: benchOneRating },
  { name: 'rating', run: benchPopulationRating },
  { name: 'rating', run: benchProvince },
  { name: 'matching', run: benchOneMatch },
  { name: 'matching', run: benchOneOfMany },
  { name: 'matching', run: benchMany },
  { name: 'matching', run: benchSteps },
  { name: 'questions', run: benchQuestions },
  { name: 'talk', run: benchTalk },
  { name: 'load', run: benchLoad },
  { name: 'soak', run: benchSoak },
]

const { values, positionals } = parseArgs({ allowPositionals: true, options: { province: { type: 'boolean' } } })
const names = new Set(SECTIONS.map(section => section.name))
const unknown = positionals.filter(name => !names.has(name))
if (unknown.length > 0)
  throw new Error(`no section is called ${unknown.join(', ')}; there are ${[...names].join(', ')}`)

print([
  '# Benchmarks',
  '',
  `Node ${process.version}, ${os.cpus()[0]?.model.trim() ?? '?'} × ${os.cpus().length}, ${COUNT} generated companies, medians of 7 rounds.`,
])
const bench: Bench = { ...loadData(), province: values.province === true }
/** Minutes of their own: only when they are named. */
const ASKED_FOR = new Set(['load', 'soak'])
for (const section of SECTIONS)
  if (positionals.length === 0 ? !ASKED_FOR.has(section.name) : positionals.includes(section.name))
    await section.run(bench)
