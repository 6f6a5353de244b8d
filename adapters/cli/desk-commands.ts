// The commands about the desks: how they do, whom a product could be offered to, who works there and who is signed in.
import type { Command } from 'commander'
import { later } from './later.ts'

export function addDesks(program: Command): void {
  program
    .command('leads')
    .description('how the desks do: funnel, response times, who is silent, and rules that banks keep contradicting')
    .option('--json', 'answer for programs', false)
    .action(later(async () => (await import('./leads.ts')).showLeads))
  program
    .command('invite')
    .argument('<product>', 'a product of the catalogue, as lender/product')
    .description(
      'how many of the companies that want to hear of something new a product fits, masked; --send tells them',
    )
    .requiredOption('--from <institution>', 'the institution that would like to talk to them')
    .option('--send', 'tell each of them, once a week at most; the institution learns nothing before they agree', false)
    .option('--json', 'answer for programs', false)
    .action(later(async () => (await import('./invite.ts')).invite))
  const desk = program.command('desk').description('signing in to the desk page: link, end')
  desk
    .command('link')
    .argument('<person>', 'as yinqi people list names them')
    .description('a link that signs this person in once, within fifteen minutes')
    .option('--json', 'answer for programs', false)
    .action(later(async () => (await import('./desk.ts')).issueLink))
  desk
    .command('end')
    .argument('<person>', 'as yinqi people list names them')
    .description('sign this person out everywhere, and take back links not used')
    .action(later(async () => (await import('./desk.ts')).endSessions))
  const people = program.command('people').description('who works at the desks: list, absent')
  people
    .command('list')
    .description('everybody at the desks, with role, hours and absences')
    .option('--desk <id>', 'only one desk')
    .option('--json', 'answer for programs', false)
    .option('--at <date>', 'the day to look on, YYYY-MM-DD (today)')
    .action(later(async () => (await import('./people.ts')).listPeople))
  people
    .command('absent')
    .argument('<person>', 'as yinqi people list names them')
    .argument('<from>', 'first day away, YYYY-MM-DD')
    .argument('<to>', 'last day away, YYYY-MM-DD')
    .description('write an absence into bot/people.yaml; leads go to somebody else on these days')
    .option('--root <folder>', 'the list below another folder')
    .action(later(async () => (await import('./people.ts')).addAbsence))
}
