// The list of people is read again whenever its file changes, so that an absence counts without a restart. A list with a
// fault is told of and changes nothing: the last good one stays in force.
import { stat } from 'node:fs'
import path from 'node:path'
import { type Knowledge, PEOPLE_FILE, parseStaffing, type Staffing } from '#bot'
import type { DataProblem } from '#engine'
import type { Log } from '../delivery/send.ts'
import { readYaml } from './yaml.ts'

/** The file is looked at this often; notices of the system do not come from every disk. */
const LOOK_MS = 5_000

export interface PeopleWatch {
  /** the knowledge with whoever is listed now; one turn sees one list, for it never waits */
  readonly knowledge: Knowledge
  stop(): void
}

/** The list as it stands in the file; undefined when it has a fault. */
export function readPeople(root: string, { rulebook, catalogue }: Knowledge): Staffing | undefined {
  const problems: DataProblem[] = []
  const file = readYaml(root, PEOPLE_FILE, problems)
  const staffing = file && parseStaffing(file, rulebook, catalogue, problems)
  return problems.length > 0 ? undefined : staffing
}

/** Follows the list below `root` until it is stopped. */
export function watchPeople(root: string, loaded: Knowledge, log: Log, everyMs = LOOK_MS): PeopleWatch {
  let staffing = loaded.staffing
  const file = path.join(root, PEOPLE_FILE)
  // none yet: the list may have changed after it was loaded and before the first look
  let seen: string | undefined
  const readAgain = (stamp: string) => {
    const isFirst = seen === undefined
    seen = stamp
    const read = readPeople(root, loaded)
    if (read) staffing = read
    if (!read || !isFirst)
      log(read ? 'info' : 'error', read ? 'people-read' : 'people-faulty', { people: staffing.people.size })
  }
  const timer = setInterval(() => {
    stat(file, (fault, found) => {
      const stamp = fault ? 'missing' : `${found.mtimeMs} ${found.size} ${found.ino}`
      if (stamp !== seen) readAgain(stamp)
    })
  }, everyMs).unref()
  return {
    knowledge: {
      ...loaded,
      get staffing() {
        return staffing
      },
    },
    stop: () => clearInterval(timer),
  }
}
