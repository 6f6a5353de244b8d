// The commands below `yinqi catalogue`, and what each needs.
import type { Command } from 'commander'
import { FIRMS_HELP } from './help-texts.ts'
import { later } from './later.ts'

/** Information older than so many days is looked at again. */
const STALE_DAYS = 365

/** Adds `catalogue` and its commands to the program. */
export function addCatalogue(program: Command): void {
  const catalogue = program.command('catalogue').description('the catalogue: list, show, rows, stale, reach')
  catalogue
    .command('list')
    .description('every product, with counts by kind, mark, terms and year of information')
    .option('--kind <kind>', 'only one kind')
    .option('--json', 'answer for programs', false)
    .action(later(async () => (await import('./catalogue.ts')).listCatalogue))
  catalogue
    .command('show')
    .argument('<product>', 'a product, as lender/product')
    .description('one product with its terms, rules of combination and source')
    .option('--json', 'answer for programs', false)
    .action(later(async () => (await import('./catalogue.ts')).showCatalogue))
  catalogue
    .command('rows')
    .description('every named programme: its products with mark and information date, or why there is none')
    .option('--json', 'answer for programs', false)
    .action(later(async () => (await import('./catalogue.ts')).listRows))
  catalogue
    .command('stale')
    .description('products whose information is old or that have ended')
    .option('--days <days>', 'older than so many days', String(STALE_DAYS))
    .option('--json', 'answer for programs', false)
    .option('--at <date>', 'the day to look on, YYYY-MM-DD (today)')
    .action(later(async () => (await import('./catalogue.ts')).staleCatalogue))
  catalogue
    .command('reach')
    .argument('<firms>', 'a file of companies')
    .description('how many of these companies each product is for')
    .option('--json', 'answer for programs', false)
    .option('--english', 'in English', false)
    .option('--at <date>', 'the day to look on, YYYY-MM-DD (today)')
    .addHelpText('after', FIRMS_HELP)
    .action(later(async () => (await import('./reach.ts')).showReach))
}
