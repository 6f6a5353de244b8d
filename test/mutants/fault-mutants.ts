// Planted defects of the pace of chats, of refusals, of silence and of data files; see mutants.ts.
import type { Mutant } from './mutants.ts'

const PACE = 'test/adapters/store/chat-pace.test.ts'
const REFUSALS = 'test/adapters/slack/refusals.test.ts'
const HEALTH = 'test/adapters/operations/health.test.ts'
const MUTATIONS = 'test/adapters/files/mutations.test.ts'

export const FAULT_MUTANTS: readonly Mutant[] = [
  {
    name: 'pace: a flood is played as fast as it comes',
    file: 'adapters/store/chat-pace.ts',
    find: 'Math.max(now, full + ms)',
    put: 'Math.max(now, full)',
    test: PACE,
  },
  {
    name: 'pace: two processes know nothing of each other',
    file: 'adapters/store/chat-pace.ts',
    find: 'if (busy.length > 0)',
    put: 'if (busy.length > most)',
    test: PACE,
    only: 'two processes',
  },
  {
    name: 'pace: after a restart what comes is put before what waits',
    file: 'adapters/store/intake.ts',
    find: "WHERE p.state = 'paced' AND p.lane = arrived.lane",
    put: "WHERE p.state = 'dead' AND p.lane = arrived.lane",
    test: PACE,
    only: 'knows nothing of a flood',
  },
  {
    name: 'pace: a clerk waits behind the flood of the company',
    file: 'adapters/store/chat-pace.ts',
    find: "target.kind === 'conversation' && from.kind === 'enterprise' && platform !== 'console'\n    ? laneOfChat(platform, target.peer)",
    put: "platform !== 'console'\n    ? laneOfChat('telegram', target.kind === 'conversation' ? target.peer : 'flood')",
    test: PACE,
    only: 'nobody else waits',
  },
  {
    name: 'pace: what waits is never let in',
    file: 'adapters/store/chat-pace.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a template
    find: "WHERE state = 'paced' AND (not_before <= ${now}::timestamptz",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a template
    put: "WHERE state = 'paced' AND (not_before < ${now}::timestamptz - interval '1 day'",
    test: PACE,
    only: 'of a flood',
  },
  {
    name: 'pace: a repeat takes a place of its own',
    file: 'adapters/store/chat-pace.ts',
    find: 'taken.set(lane, known)',
    put: 'void known',
    test: PACE,
    only: 'sends again',
  },
  {
    name: 'pace: what waits goes with the data that is deleted',
    file: 'adapters/store/erase.ts',
    find: "AND payload IS NOT NULL AND state <> 'paced'",
    put: 'AND payload IS NOT NULL',
    test: PACE,
    only: 'has its data deleted',
  },
  {
    name: 'pace: the company is told again and again',
    file: 'bot/enterprise/paced.ts',
    find: 'Date.parse(at) - Date.parse(pacedAt) < TOLD_AGAIN_MS',
    put: 'Date.parse(at) - Date.parse(pacedAt) < 0',
    test: 'test/bot/enterprise/paced.test.ts',
  },
  {
    name: 'a word of Slack has lost its kind',
    file: 'adapters/slack/refusals.ts',
    find: 'passing: `request_timeout ',
    put: 'passing: `',
    test: REFUSALS,
  },
  {
    name: 'a token that does not hold kills every card',
    file: 'adapters/delivery/failed.ts',
    find: 'if (result.mendable) return later',
    put: 'if (result.mendable && repeat === undefined) return later',
    test: REFUSALS,
  },
  {
    name: 'nobody is told that a token must be mended',
    file: 'adapters/store/health.ts',
    find: 'Math.max(age(row.dueAt), age(row.brokenSince))',
    put: 'age(row.dueAt)',
    test: HEALTH,
    only: 'must mend',
  },
  {
    name: 'who shut the door alarms the operators for ever',
    file: 'adapters/store/dead-letters.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a template
    find: 'AND NOT alarmed AND code IS DISTINCT FROM ${CLOSED}',
    put: 'AND NOT alarmed',
    test: HEALTH,
    only: 'must mend',
  },
  {
    name: 'libraries print what they carry',
    file: 'adapters/cli/no-debug.ts',
    find: "delete process.env['DEBUG']",
    put: "void process.env['DEBUG']",
    test: 'test/e2e/silence.test.ts',
    only: 'DEBUG=',
  },
  {
    name: 'an error’s message goes into the log',
    file: 'adapters/log.ts',
    find: 'error instanceof Error ? error.name',
    put: 'error instanceof Error ? error.message',
    test: 'test/adapters/silence.test.ts',
  },
  {
    name: 'data: 350 % is taken for a rate',
    file: 'matching/parse-product.ts',
    find: 'const YEARLY_MAX = 360_000',
    put: 'const YEARLY_MAX = 360_000_000',
    test: MUTATIONS,
    only: 'every product file',
  },
  {
    name: 'data: a file that is not UTF-8 is read all the same',
    file: 'adapters/files/yaml.ts',
    find: 'if (strange >= 0) return fault',
    put: 'if (strange === 0) return fault',
    test: MUTATIONS,
    only: 'every product file',
  },
  {
    name: 'the audit chain is checked by its order alone',
    file: 'adapters/store/verify-audit.ts',
    find: "if (row.hash !== hashOf(row.prevHash, row.seq, row.at, row.verb, row.digest)) return 'edited'",
    put: "if (row.hash === '') return 'edited'",
    test: 'test/adapters/store/audit-tampers.test.ts',
    only: 'a hundred tamperings',
  },
  {
    name: 'an older program goes on with a newer database',
    file: 'adapters/store/migrate.ts',
    find: 'if (!migration) {',
    put: "if (!migration) continue\n    if (row.migration_name === '') {",
    test: 'test/adapters/store/migrate.test.ts',
    only: 'older than its folder',
  },
  {
    name: 'a lead keeps names among what it was applied for on',
    file: 'bot/bank/basis.ts',
    find: '.filter(([fact]) => rulebook.facts.get(fact)?.personal !== true)',
    put: '.filter(([fact]) => rulebook.facts.has(fact))',
    test: 'test/bot/bank/basis.test.ts',
  },
  {
    name: 'a lead keeps today’s answers instead of those of its day',
    file: 'bot/bank/basis.ts',
    find: 'day: today,',
    put: 'day: today + 400,',
    test: 'test/bot/bank/basis.test.ts',
  },
]
