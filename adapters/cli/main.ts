// `yinqi`: everything the product can do from a terminal. Each command says what it needs with --help, and answers for
// programs with --json.
import { Command } from 'commander'
import { ConfigFault } from '../config.ts'
import { DataFault } from '../files/load.ts'
import { check } from './check.ts'
import { InputFault } from './input.ts'
import { matchFile, rateFile } from './rate.ts'
import { serve } from './serve.ts'
import { talk } from './talk.ts'
import { understand } from './understand.ts'

const EXIT_FAULT = 1
const EXIT_USAGE = 2

const FILE_HELP = `
FILE is YAML or JSON: Chinese titles (or ids, see yinqi models) of facts as keys, values with their unit, for instance
  注册地: "420100"
  企业名称: 武汉中科锐择光电科技有限公司
  授权发明专利: 30 件
  去年营业收入: 3000 万元
  去年研发费用: 300 万元 ~ 400 万元
Unknown facts may be left out; the result is then a range.`

const program = new Command('yinqi')
  .description('银企桥 · Yinqi Bridge: rate a science-tech company, match it with loans and policies, and talk to it')
  .showHelpAfterError('(yinqi --help shows all commands)')

program.command('serve').description('open the whole product and print its address').action(serve)
program
  .command('talk')
  .description('the same conversation in this terminal')
  .option('--english', 'begin in English', false)
  .option('--new', 'forget the last talk and begin a new one', false)
  .action(talk)
program
  .command('rate')
  .argument('<file>', 'the company’s facts')
  .description('rate a company: points, grade, reasons')
  .option('--json', 'answer for programs', false)
  .option('--english', 'in English', false)
  .option('--at <date>', 'the day to rate on, YYYY-MM-DD (today)')
  .addHelpText('after', FILE_HELP)
  .action(rateFile)
program
  .command('match')
  .argument('<file>', 'the company’s facts')
  .description('match a company with the catalogue: can apply, one answer away, one step away, not suitable')
  .option('--json', 'answer for programs', false)
  .option('--english', 'in English', false)
  .option('--at <date>', 'the day to match on, YYYY-MM-DD (today)')
  .addHelpText('after', FILE_HELP)
  .action(matchFile)
program
  .command('understand')
  .argument('[text...]', 'one message; without it every line of standard input')
  .description('what a message means: command, facts with confidence and reason, intent')
  .option('--json', 'answer for programs, one line a message', false)
  .option('--pending <fact>', 'the fact that was just asked')
  .option('--english', 'the talk is in English', false)
  .option('--at <date>', 'today, YYYY-MM-DD, for relative dates')
  .action(understand)
program
  .command('check')
  .description('check every data file: facts, models, catalogue, phrases, with their examples')
  .option('--json', 'answer for programs', false)
  .option('--root <folder>', 'check the data below another folder')
  .action(check)

/** Faults that people can mend are said in their own words; anything else keeps its stack. */
try {
  await program.parseAsync()
} catch (error) {
  const known = error instanceof DataFault || error instanceof ConfigFault || error instanceof InputFault
  process.stderr.write(
    `${known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  process.exitCode = error instanceof InputFault ? EXIT_USAGE : EXIT_FAULT
}
