// `yinqi check`: every data file read, cross-checked, and its examples run. Prints what there is, or every fault with file,
// line and reason.
import type { DataProblem } from '#engine'
import { DataFault, loadData, projectRoot } from '../files/load.ts'
import { readYaml, showProblems } from '../files/yaml.ts'
import { type Corpus, readIntentLines } from '../nlp/intent-lines.ts'

interface Options {
  readonly json: boolean
  readonly root?: string
}

/** The training utterances, which the bot reads in its own thread and nothing else would check. */
function checkedIntents(root: string): readonly Corpus[] {
  const problems: DataProblem[] = []
  const corpora = readIntentLines(root, problems)
  if (problems.length > 0) {
    // read once more for the lines on which the faults stand
    const files = new Map([...new Set(problems.map(one => one.file))].map(file => [file, readYaml(root, file, [])]))
    throw new DataFault(
      showProblems(problems, new Map([...files].flatMap(([file, read]) => (read ? [[file, read]] : [])))),
    )
  }
  return corpora
}

/** `yinqi check` */
export function check(options: Options): void {
  try {
    const root = options.root ?? projectRoot()
    const { rulebook, catalogue, knowledge } = loadData(root)
    const corpora = checkedIntents(root)
    const counts = {
      facts: rulebook.facts.size,
      models: [...rulebook.models.values()].flat().length,
      products: catalogue.products.size,
      institutions: catalogue.directory.institutions.size,
      teams: catalogue.directory.teams.size,
      phrases: knowledge.phrases.size,
      utterances: corpora.reduce((sum, { lines }) => sum + lines.length, 0),
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
