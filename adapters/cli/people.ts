// `yinqi people`: who works at the desks, who is away, and putting an absence into the list. The list stays a file that
// people review: the command changes only its one line and checks everything before it writes.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isMap, parseDocument } from 'yaml'
import { dayInChina, isAbsent, PEOPLE_FILE, type Person, parseStaffing } from '#bot'
import { type DataProblem, dayOf, isoOf } from '#engine'
import { DataFault, loadData, projectRoot } from '../files/load.ts'
import { readYaml, showProblems } from '../files/yaml.ts'
import { InputFault, instantOf } from './input.ts'

const MINUTES_PER_HOUR = 60
/** Longer lines are kept as they stand. */
const LINE_WIDTH = 0

const clock = (minutes: number): string =>
  [Math.floor(minutes / MINUTES_PER_HOUR), minutes % MINUTES_PER_HOUR]
    .map(part => String(part).padStart(2, '0'))
    .join(':')

const shown = (person: Person, today: number) => ({
  id: person.id,
  name: person.name,
  desk: person.desk,
  branch: person.branch ?? null,
  role: person.role,
  hours: person.hours.map(({ from, to }) => `${clock(from)}-${clock(to)}`),
  digest: person.digest === undefined ? 'off' : clock(person.digest),
  absent: isAbsent(person, today),
  absences: person.absences.filter(({ to }) => to >= today).map(({ from, to }) => `${isoOf(from)}…${isoOf(to)}`),
})

/** `yinqi people list` */
export function listPeople(options: { readonly json: boolean; readonly at?: string; readonly desk?: string }): void {
  const { staffing } = loadData().knowledge
  const today = dayInChina(instantOf(options.at, new Date()))
  const people = [...staffing.people.values()]
    .filter(person => options.desk === undefined || person.desk === options.desk)
    .map(person => shown(person, today))
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ people })}\n`)
    return
  }
  for (const one of people) {
    const place = [one.desk, one.branch].filter(Boolean).join(' / ')
    const away = one.absent ? '  不在 away' : ''
    const later = one.absences.length > 0 ? `  ${one.absences.join(' ')}` : ''
    process.stdout.write(`${one.id}  ${one.name}  ${place}  ${one.role}  ${one.hours.join(' ')}${away}${later}\n`)
  }
  process.stdout.write(`${people.length} people\n`)
}

/** The text of the list with one absence more. Comments and everything else stay. */
function withAbsence(text: string, person: string, from: string, to: string): string {
  const document = parseDocument(text)
  const entry = document.getIn(['people', person])
  if (!isMap(entry)) throw new InputFault(`${PEOPLE_FILE} lists nobody called ${person}; see yinqi people list`)
  const absence = document.createNode({ from, to }, { flow: true })
  if (entry.has('absences')) document.addIn(['people', person, 'absences'], absence)
  else document.setIn(['people', person, 'absences'], [absence])
  return document.toString({ lineWidth: LINE_WIDTH })
}

/** `yinqi people absent PERSON FROM TO` */
export function addAbsence(person: string, from: string, to: string, options: { readonly root?: string }): void {
  const first = dayOf(from)
  const last = dayOf(to)
  if (first === undefined || last === undefined || last < first)
    throw new InputFault(`an absence has a first and a last day like 2026-12-01 2026-12-03, not ${from} ${to}`)
  const root = options.root ?? projectRoot()
  const { rulebook, catalogue } = loadData(root)
  const file = path.join(root, PEOPLE_FILE)
  const draft = `${PEOPLE_FILE}.draft`
  writeFileSync(path.join(root, draft), withAbsence(readFileSync(file, 'utf8'), person, from, to))
  const problems: DataProblem[] = []
  const read = readYaml(root, draft, problems)
  if (read) parseStaffing(read, rulebook, catalogue, problems)
  if (problems.length > 0) {
    rmSync(path.join(root, draft))
    throw new DataFault(showProblems(problems, new Map(read ? [[draft, read]] : [])))
  }
  renameSync(path.join(root, draft), file)
  process.stdout.write(`${person}: ${from}…${to} → ${PEOPLE_FILE}\n`)
}
