// Commands for those who run the product: dead letters, the audit chain, the master key, a restored backup.
import type { Command } from 'commander'
import { later } from './later.ts'

const KEYS_HELP = `
With settings: MASTER_KEY is the new key, MASTER_KEY_OLD the one until now. Give both to every process and start it again,
then run this while they work; cut off, run it again. When it is done, take MASTER_KEY_OLD away.
With a key file (no MASTER_KEY): stop the product and run this; the next key is made for you.`

/** Adds `yinqi dead`, `yinqi restored`, `yinqi audit` and `yinqi keys`. */
export function addOperators(program: Command): void {
  const dead = program.command('dead').description('what could not be played or sent: list, retry, drop')
  dead
    .command('list')
    .description('dead events and deliveries, by id and code')
    .option('--json', 'answer for programs', false)
    .action(later(async () => (await import('./dead.ts')).listDead))
  dead
    .command('retry')
    .argument('[letters...]', 'as the list names them: event:12 delivery:7')
    .description('give them all their tries again')
    .option('--all', 'every one of them', false)
    .action(later(async () => (await import('./dead.ts')).retryDead))
  dead
    .command('drop')
    .argument('[letters...]', 'as the list names them: event:12 delivery:7')
    .description('put them away for good')
    .option('--all', 'every one of them', false)
    .action(later(async () => (await import('./dead.ts')).dropDead))
  program
    .command('restored')
    .description('after a backup was restored, before the product starts: hold what waited in it, to be looked at')
    .action(later(async () => (await import('./restored.ts')).holdRestored))
  program
    .command('audit')
    .description('the audit chain')
    .command('verify')
    .description('recompute every hash of the chain; exit 1 when it does not hold')
    .option('--json', 'answer for programs', false)
    .option('--holds <head>', 'a head that was kept elsewhere: the chain must still contain it')
    .action(later(async () => (await import('./audit.ts')).verifyChain))
  program
    .command('keys')
    .description('the master key that seals what is stored')
    .command('rotate')
    .description('bring everything under a new master key, while the product works')
    .addHelpText('after', KEYS_HELP)
    .action(later(async () => (await import('./keys.ts')).rotate))
}
