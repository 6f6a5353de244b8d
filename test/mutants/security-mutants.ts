// Planted defects of the security checklist (docs/security-checklist.md); see mutants.ts.
import type { Mutant } from './mutants.ts'

const SIGNATURE = 'test/adapters/slack/signature.test.ts'
const POISON = 'test/adapters/poison.test.ts'
const LOG = 'test/adapters/log.test.ts'

export const SECURITY_MUTANTS: readonly Mutant[] = [
  {
    name: 'security: a stamp of the future is as good as one of now',
    file: 'adapters/slack/signature.ts',
    find: 'Math.abs(Math.floor(now.getTime() / 1_000) - Number(stamp))',
    put: 'Math.floor(now.getTime() / 1_000) - Number(stamp)',
    test: SIGNATURE,
  },
  {
    name: 'security: the signature is over the decoded text',
    file: 'adapters/slack/signature.ts',
    find: '.update(body).digest()',
    put: '.update(body.toString()).digest()',
    test: SIGNATURE,
  },
  {
    name: 'security: a check of the certificate needs no signature',
    file: 'adapters/slack/http.ts',
    find: 'if (!isSigned(shown, body, signingSecret)) {',
    put: "if (!body.includes('ssl_check') && !isSigned(shown, body, signingSecret)) {",
    test: SIGNATURE,
  },
  {
    name: 'security: a guest with the id of a clerk is the clerk',
    file: 'adapters/slack/receive.ts',
    find: 'return home && where && home !== where ? ',
    put: 'return home && where && home === where && home === user ? ',
    test: 'test/adapters/slack/guests.test.ts',
  },
  {
    name: 'security: guesses are not counted',
    file: 'adapters/guesses.ts',
    find: 'misses.count += 1',
    put: 'misses.count += 0',
    test: 'test/adapters/guesses.test.ts',
  },
  {
    name: 'security: keys of objects pass in lists',
    file: 'adapters/poison.ts',
    find: 'if (!isList && POISON.has(key))',
    put: 'if (part.within === undefined && POISON.has(key))',
    test: POISON,
    only: 'the finder',
  },
  {
    name: 'security: the page takes keys of objects',
    file: 'adapters/web/server.ts',
    find: "(poisonIn(body) ? refuse(reply, 'malformed') : undefined)",
    put: '(poisonIn(body) ? undefined : void reply)',
    test: POISON,
    only: 'the page',
  },
  {
    name: 'security: the log writes whatever it is given',
    file: 'adapters/log.ts',
    find: '(LISTED.has(key) ? [[key, clean(value)]] : [])',
    put: '(LISTED.has(key) || key ? [[key, clean(value)]] : [])',
    test: LOG,
  },
  {
    name: 'security: the second line of a message is taken for a place',
    file: 'adapters/log.ts',
    find: "(error.stack ?? '').replace(error.message, () => '')",
    put: "(error.stack ?? '')",
    test: LOG,
  },
  {
    name: 'security: libraries hear what DEBUG asks',
    file: 'adapters/cli/no-debug.ts',
    find: "delete process.env['DEBUG']",
    put: "void process.env['DEBUG']",
    test: 'test/e2e/canaries.test.ts',
    only: 'what a library would print',
  },
  {
    name: 'security: a pattern that doubles its work',
    file: 'bot/language/values/periods.ts',
    find: '/^(?:才|就|只|是|有|也|那年',
    put: '/^(?:才|就|也就|只|是|有|也|那年',
    test: 'test/patterns.test.ts',
  },
  {
    name: 'security: a no names every reason there is',
    file: 'bot/cards/step.ts',
    find: '    .slice(0, REASONS_MAX)\n',
    put: '',
    test: 'test/bot/reasons-shown.test.ts',
    only: 'one to four',
  },
  {
    name: 'security: a cell with a tab stands without quotes',
    file: 'adapters/batch/csv-sheets.ts',
    find: '[",;|\\t\\r\\n]/',
    put: '[",\\r\\n]/',
    test: 'test/adapters/injection.test.ts',
    only: 'spreadsheet library',
  },
]
