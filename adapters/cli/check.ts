// `yinqi check`: every data file read, cross-checked, and its examples run. Prints what there is, or every fault with file,
// line and reason.
import { DataFault, loadData, projectRoot } from '../files/load.ts'

interface Options {
  readonly json: boolean
  readonly root?: string
}

/** `yinqi check` */
export function check(options: Options): void {
  try {
    const { rulebook, catalogue, knowledge } = loadData(options.root ?? projectRoot())
    const counts = {
      facts: rulebook.facts.size,
      models: [...rulebook.models.values()].flat().length,
      products: catalogue.products.size,
      institutions: catalogue.directory.institutions.size,
      teams: catalogue.directory.teams.size,
      phrases: knowledge.phrases.size,
      problems: 0,
    }
    process.stdout.write(
      options.json
        ? `${JSON.stringify(counts)}\n`
        : `data in order: ${Object.entries(counts)
            .map(([what, count]) => `${count} ${what}`)
            .join(', ')}\n`,
    )
  } catch (error) {
    if (!(error instanceof DataFault) || !options.json) throw error
    process.stdout.write(`${JSON.stringify({ problems: error.problems })}\n`)
    process.exitCode = 1
  }
}
