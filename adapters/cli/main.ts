#!/usr/bin/env node
// `yinqi`: everything the product can do from a terminal. Each command says what it needs with --help, and answers for
// programs with --json.
import './no-debug.ts'
import { existsSync } from 'node:fs'
import { Command } from 'commander'
import { addCatalogue } from './catalogue-commands.ts'
import { addDesks } from './desk-commands.ts'
import { FILE_HELP, FIRMS_HELP, TABLE_HELP } from './help-texts.ts'
import { later } from './later.ts'
import { addOperators } from './operator-commands.ts'

const several = (value: string, earlier: readonly string[] = []): string[] => [...earlier, value]

const program = new Command('yinqi')
  .description('银企桥 · Yinqi Bridge: rate a science-tech company, match it with loans and policies, and talk to it')
  .showHelpAfterError('(yinqi --help shows all commands)')

program
  .command('serve')
  .description('open the whole product and print its address')
  .action(later(async () => (await import('./serve.ts')).serve))
program
  .command('talk')
  .description('the same conversation in this terminal')
  .option('--english', 'begin in English', false)
  .option('--new', 'forget the last talk and begin a new one', false)
  .option('--json', 'answer for programs: one line a card; type a text or the number of a button', false)
  .action(later(async () => (await import('./talk.ts')).talk))
program
  .command('rate')
  .argument('<file>', 'the company’s facts, or a table of companies: .csv, .xlsx, .parquet')
  .description('rate a company: points, grade, reasons; or every company of a table, ranked by stage')
  .option('-o, --output <file>', 'of a table: where the result goes, .csv or .xlsx')
  .option('--model <id>', 'of a table: rate by this model; may be given several times', several)
  .option('--json', 'answer for programs', false)
  .option('--english', 'in English', false)
  .option('--at <date>', 'the day to rate on, YYYY-MM-DD (today)')
  .addHelpText('after', FILE_HELP + TABLE_HELP)
  .action(later(async () => (await import('./batch.ts')).rate))
program
  .command('explain')
  .argument('<file>', 'the company’s facts')
  .description('the whole calculation of a rating, with the source of every number')
  .option('--json', 'answer for programs', false)
  .option('--english', 'in English', false)
  .option('--model <id>', 'this model; may be given several times', several)
  .option('--at <date>', 'the day to rate on, YYYY-MM-DD (today)')
  .addHelpText('after', FILE_HELP)
  .action(later(async () => (await import('./explain.ts')).explainFile))
program
  .command('models')
  .argument('[id]', 'one of them, in full')
  .description('the scorecards there are, with version, mark and size; one of them with every band and source')
  .option('--json', 'answer for programs', false)
  .option('--english', 'in English', false)
  .action(later(async () => (await import('./models.ts')).showModels))
program
  .command('match')
  .argument('<file>', 'the company’s facts')
  .description('match a company with the catalogue: can apply, one answer away, one step away, not suitable')
  .option('--json', 'answer for programs', false)
  .option('--english', 'in English', false)
  .option('--at <date>', 'the day to match on, YYYY-MM-DD (today)')
  .addHelpText('after', FILE_HELP)
  .action(later(async () => (await import('./rate.ts')).matchFile))
program
  .command('plan')
  .argument('<file>', 'the company’s facts')
  .description('whole plans for a company: loan, guarantee and subsidies, yearly cost, papers and steps')
  .option('--json', 'answer for programs', false)
  .option('--english', 'in English', false)
  .option('--at <date>', 'the day to plan on, YYYY-MM-DD (today)')
  .option('--lacking <answers>', 'also build on products that lack up to so many answers', '0')
  .addHelpText('after', FILE_HELP)
  .action(later(async () => (await import('./plan.ts')).planFile))
program
  .command('whitelist')
  .argument('<product>', 'a product of the catalogue, as lender/product')
  .argument('<firms>', 'a file of companies')
  .description('which companies a product can be offered to beforehand, with pre-limit and rank')
  .option('--json', 'answer for programs', false)
  .option('--english', 'in English', false)
  .option('--at <date>', 'the day to look on, YYYY-MM-DD (today)')
  .option('--model <id>', 'the rating model that ranks')
  .addHelpText('after', FIRMS_HELP)
  .action(later(async () => (await import('./whitelist.ts')).whitelistFile))
program
  .command('rehearse')
  .argument('<firms>', 'a file of companies')
  .requiredOption('--after <folder>', 'a copy of the project with the changed data files')
  .description('who gains and who loses by a change of rules, before it is published')
  .option('--json', 'answer for programs', false)
  .option('--english', 'in English', false)
  .option('--at <date>', 'the day to look on, YYYY-MM-DD (today)')
  .addHelpText('after', FIRMS_HELP)
  .action(later(async () => (await import('./whitelist.ts')).rehearseFile))
addCatalogue(program)
program
  .command('sql')
  .argument('<product>', 'a product of the catalogue, as lender/product')
  .description('who can have a product, as a query for a PostgreSQL table of companies')
  .option('--json', 'answer for programs: the query and the columns it reads', false)
  .option('--at <date>', 'the day whose rules hold, YYYY-MM-DD (today)')
  .option('--table <name>', 'the table of companies', 'firms')
  .option('--key <column>', 'the column that names a company', 'firm')
  .action(later(async () => (await import('./sql.ts')).showSql))
addDesks(program)
program
  .command('visits')
  .argument('[team]', 'a service team; without it all of them')
  .description('visits to make and to follow up, by park and urgency')
  .option('--json', 'answer for programs: the card', false)
  .option('--at <date>', 'as of this day, YYYY-MM-DD')
  .action(later(async () => (await import('./visits.ts')).listVisits))
program
  .command('understand')
  .argument('[text...]', 'one message; without it every line of standard input')
  .description('what a message means: command, facts with confidence and reason, intent')
  .option('--json', 'answer for programs, one line a message', false)
  .option('--pending <fact>', 'the fact that was just asked')
  .option('--english', 'the talk is in English', false)
  .option('--at <date>', 'today, YYYY-MM-DD, for relative dates')
  .action(later(async () => (await import('./understand.ts')).understand))
program
  .command('nlu')
  .description('the understanding of wishes')
  .command('evaluate')
  .argument(
    '<file>',
    'utterances below #label lines (#out: none of our business), or a SMP2017, BANKING77 or CLINC150 file',
  )
  .description('how well utterances whose meaning is known are understood')
  .option('--json', 'answer for programs', false)
  .option('--train <file>', 'learn from this file instead of bot/intents, to be measured on a public set')
  .option('--english', 'the talk is in English', false)
  .action(later(async () => (await import('./nlu.ts')).evaluateFile))
program
  .command('check')
  .description('check every data file: facts, models, catalogue, phrases, with their examples')
  .option('--json', 'answer for programs', false)
  .option('--root <folder>', 'check the data below another folder')
  .action(later(async () => (await import('./check.ts')).check))

addOperators(program)
program
  .command('export')
  .argument('<platform>', 'where the company talks: telegram, slack, web, console')
  .argument('<peer>', 'its chat there')
  .description('everything stored of one company, as a JSON file for the company')
  .requiredOption('-o, --output <file>', 'where the file goes')
  .action(later(async () => (await import('./export.ts')).exportFile))

// the reader of a pipe may close it early (`yinqi match FILE | head`): that is no fault
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

// settings may stand in a .env file beside where the command is started; what is set already wins
if (existsSync('.env')) process.loadEnvFile('.env')

try {
  await program.parseAsync()
} catch (error) {
  const { tellFault } = await import('./tell-fault.ts')
  process.exitCode = tellFault(error)
}
