// `yinqi visits`: what a service team has to do, park by park and the urgent first.
import { toText, visitList } from '#bot'
import { loadData } from '../files/load.ts'
import { InputFault, instantOf } from './input.ts'
import { withStore } from './open-store.ts'

/** Lists the visits of one team, or of all of them, at an instant. */
export async function listVisits(
  team: string | undefined,
  options: { readonly at?: string; readonly json: boolean },
): Promise<void> {
  const { knowledge } = loadData()
  if (team !== undefined && !knowledge.catalogue.directory.teams.has(team))
    throw new InputFault(
      `no service team is called ${team}; there is ${[...knowledge.catalogue.directory.teams.keys()].join(', ')}`,
    )
  const at = instantOf(options.at, new Date())
  const cases = await withStore(store => store.visited(team))
  const card = visitList(knowledge, cases, at, team)
  process.stdout.write(options.json ? `${JSON.stringify(card)}\n` : `${toText(card)}\n`)
}
