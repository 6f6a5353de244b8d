// Everything the bot knows besides the case in hand: rulebook, catalogue, words, script, places. Loaded once, never
// changed while it runs.
import { collect, type DataFile, type DataProblem, type Language, type Parsed, type Rulebook } from '#engine'
import type { Catalogue } from '#matching'
import { CHANNELS_FILE, type Channels, parseChannels } from './channels.ts'
import { CONTRADICTIONS_FILE, type Contradiction, parseContradictions } from './contradictions.ts'
import { type Lexicon, latinName, NOT_PLACES, prepare } from './language/index.ts'
import { type Phrases, parsePhrases } from './phrases.ts'
import { parseScript, type Script } from './script.ts'
import { WEEKDAYS_ONLY, type WorkCalendar } from './staff/calendar.ts'
import { NOBODY, PEOPLE_FILE, parseStaffing, type Staffing } from './staff/people.ts'

export interface Place {
  readonly code: string
  readonly name: string
}

export interface Knowledge {
  readonly rulebook: Rulebook
  readonly catalogue: Catalogue
  readonly phrases: Phrases
  readonly script: Script
  readonly lexicon: Lexicon
  /** names of divisions by code */
  readonly places: ReadonlyMap<string, string>
  /** which days are worked */
  readonly calendar: WorkCalendar
  /** who works at the desks */
  readonly staffing: Staffing
  /** answers that cannot both be true */
  readonly contradictions: readonly Contradiction[]
  /** parks and partners with links of their own */
  readonly channels: Channels
}

const SCRIPT = 'bot/script.yaml'

/** Reads the bot's own data files; faults of all of them at once. */
export function parseKnowledge(
  files: readonly DataFile[],
  rulebook: Rulebook,
  catalogue: Catalogue,
  places: readonly Place[],
  calendar: WorkCalendar = WEEKDAYS_ONLY,
): Parsed<Knowledge> {
  const problems: DataProblem[] = []
  const script = files.find(one => one.file === SCRIPT)
  if (!script) problems.push({ code: 'shape', file: SCRIPT, path: [], message: 'the file is missing' })
  const phrases = parsePhrases(
    files.filter(one => ![SCRIPT, PEOPLE_FILE, CONTRADICTIONS_FILE, CHANNELS_FILE].includes(one.file)),
    problems,
  )
  const people = files.find(one => one.file === PEOPLE_FILE)
  const staffing = people ? parseStaffing(people, rulebook, catalogue, problems) : NOBODY
  const rules = files.find(one => one.file === CONTRADICTIONS_FILE)
  const contradictions = rules ? parseContradictions(rules, rulebook, problems) : []
  const links = files.find(one => one.file === CHANNELS_FILE)
  const channels: Channels = links ? parseChannels(links, catalogue, staffing, problems) : new Map()
  const parsed = script && parseScript(script, rulebook, problems)
  if (script && parsed) checkPapers(script, parsed, catalogue, problems)
  if (problems.length > 0 || !parsed) return { ok: false, problems }
  const lexicon = prepare([...rulebook.facts.values()], places)
  return {
    ok: true,
    value: {
      rulebook,
      catalogue,
      phrases,
      script: parsed,
      lexicon,
      places: new Map(places.map(({ code, name }) => [code, name])),
      calendar,
      staffing,
      contradictions,
      channels,
    },
  }
}

/** Documents a visitor may have seen stand in the catalogue's list. */
function checkPapers({ file }: DataFile, script: Script, catalogue: Catalogue, problems: DataProblem[]): void {
  for (const [index, id] of script.visit.papers.entries())
    if (!catalogue.documents.has(id))
      collect(file, problems)('unknown-name', ['visit', 'papers', index], `no document is called ${id}`)
}

/** "浙江省杭州市滨江区" or "Binjiang, Hangzhou, Zhejiang" for a division code; the code itself when it is unknown. */
export function placeName({ places }: Knowledge, code: string, language: Language): string {
  const names = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code].map(part => places.get(part) ?? '')
  const distinct = names.filter((name, index) => name !== '' && !NOT_PLACES.test(name) && names.indexOf(name) === index)
  const latin = language === 'en' ? distinct.map(latinName).reverse() : []
  // a name that nobody knows how to write otherwise stays as it is, and the others with it
  return (latin.length > 0 && !latin.includes(undefined) ? latin.join(', ') : distinct.join('')) || code
}
