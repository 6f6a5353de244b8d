// Planted defects: each a small change that a tired person could make, and the test that must see it. `find` stands exactly
// once in its file. long: one list, read as a table.

export interface Mutant {
  readonly name: string
  readonly file: string
  readonly find: string
  readonly put: string
  /** the test file, and the part of it, that must fail */
  readonly test: string
  readonly only?: string
}

const MEMORY = 'test/adapters/store/memory.test.ts'
const INJECTION = 'test/adapters/injection.test.ts'
const WEB = 'test/adapters/web/operations.test.ts'
const SIMULATE = 'test/bot/simulate.test.ts'

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'a repeated event is stored again',
    file: 'adapters/store/inbox.ts',
    find: "return count === 1 ? 'accepted' : 'duplicate'",
    put: "return 'accepted'",
    test: MEMORY,
    only: 'inbox',
  },
  {
    name: 'an event is played by whoever comes, lease or not',
    file: 'adapters/store/inbox.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a template
    find: "WHERE id = ${item.id} AND lease = ${item.lease} AND state = 'waiting'`",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a template
    put: "WHERE id = ${item.id} AND state = 'waiting'`",
    test: MEMORY,
    only: 'inbox|turns',
  },
  {
    name: 'what was said stays in the inbox',
    file: 'adapters/store/inbox.ts',
    find: "SET state = 'done', payload = NULL,",
    put: "SET state = 'done',",
    test: MEMORY,
    only: 'inbox|turns',
  },
  {
    name: 'an event is never given up',
    file: 'adapters/store/inbox.ts',
    find: 'if (pause === undefined) {',
    put: 'if (pause === undefined && item.attempts < 0) {',
    test: MEMORY,
    only: 'inbox|dead',
  },
  {
    name: 'an event lies in the inbox in the clear',
    file: 'adapters/store/inbox.ts',
    find: 'event: sealJson(context.vault.inboxKey, placeOf(payload), payload.event)',
    put: 'event: { ...payload.event }',
    test: MEMORY,
    only: 'sealed',
  },
  {
    name: 'a turn is not rolled back when a caught error broke it',
    file: 'adapters/store/database.ts',
    find: 'await tx.$queryRaw`SELECT 1`',
    put: 'void tx',
    test: MEMORY,
    only: 'turns',
  },
  {
    name: 'the outbox stands outside the transaction',
    file: 'adapters/store/play.ts',
    find: '  await deliver(\n    tx,\n    context.route,\n    written.filter',
    put: '  await deliver(\n    context.database.prisma,\n    context.route,\n    written.filter',
    test: 'test/adapters/store/postgres.test.ts',
  },
  {
    name: 'audit rows are forgotten',
    file: 'adapters/store/play.ts',
    find: 'if (head) await appendAudit(tx, context, head, caseId, outcome.events)',
    put: 'void head',
    test: MEMORY,
    only: 'audit',
  },
  {
    name: 'the hash does not cover the row before',
    file: 'adapters/store/audit.ts',
    find: 'sha256(JSON.stringify([prevHash, String(seq), at.toISOString(), verb, digest]))',
    put: 'sha256(JSON.stringify([String(seq), at.toISOString(), digest]))',
    test: MEMORY,
    only: 'audit',
  },
  {
    name: 'a cut end of the chain goes unseen',
    file: 'adapters/store/verify-audit.ts',
    find: 'if (!end || BigInt(end.seq) !== previous.seq || end.hash !== previous.hash) {',
    put: 'if (!end) {',
    test: MEMORY,
    only: 'audit',
  },
  {
    name: 'two messages to one address leave at once',
    file: 'adapters/store/deliveries.ts',
    find: 'SELECT DISTINCT ON (address) id FROM delivery',
    put: 'SELECT id, address FROM delivery',
    test: MEMORY,
    only: 'deliveries',
  },
  {
    name: 'a pause that a platform asked for is not kept',
    file: 'adapters/store/deliveries.ts',
    find: 'return { ...free, notBefore: new Date(result.at), code: result.code }',
    put: 'return { ...free, code: result.code }',
    test: MEMORY,
    only: 'deliveries',
  },
  {
    name: 'a deleted case leaves its words in the audit chain',
    file: 'adapters/store/audit.ts',
    find: 'await tx.audit.updateMany({ where: { caseId }, data: gone })',
    put: 'void gone',
    test: MEMORY,
    only: 'erasing',
  },
  {
    name: 'a deleted case leaves its dead events',
    file: 'adapters/store/erase.ts',
    find: '  await clearInbox(tx, locked)\n',
    put: '',
    test: MEMORY,
    only: 'erasing',
  },
  {
    name: 'the case is stored in the clear',
    file: 'adapters/store/write-case.ts',
    find: 'sealJson(key, place(state.id), state)',
    put: '({ ...state, key: undefined, id: key ? state.id : state.id })',
    test: MEMORY,
    only: 'sealed',
  },
  {
    name: 'a sealed row opens anywhere',
    file: 'adapters/store/seal.ts',
    find: "decipher.setAAD(Buffer.from(place, 'utf8')).setAuthTag",
    put: "decipher.setAAD(Buffer.from(place.slice(0, 0), 'utf8')).setAuthTag",
    test: 'test/adapters/store/vault.test.ts',
    only: 'opens nothing of another',
  },
  {
    name: 'any master key will do',
    file: 'adapters/store/vault.ts',
    find: 'if (rows[0]?.fingerprint === fingerprint) return',
    put: 'if (rows[0]) return',
    test: 'test/adapters/store/vault.test.ts',
  },
  {
    name: 'a dead letter is announced again and again',
    file: 'adapters/store/dead-letters.ts',
    find: "SELECT id FROM inbox WHERE state = 'dead' AND NOT alarmed ORDER",
    put: "SELECT id FROM inbox WHERE state = 'dead' ORDER",
    test: MEMORY,
    only: 'dead letters',
  },
  {
    name: 'a timer that was stopped still takes effect',
    file: 'adapters/store/timers.ts',
    find: '  return count === 1\n',
    put: '  return count >= 0\n',
    test: MEMORY,
    only: 'timers',
  },
  {
    name: 'Slack’s brackets are not escaped',
    file: 'adapters/slack/escape.ts',
    find: ".replaceAll('<', '&lt;')",
    put: '',
    test: 'test/adapters/slack/render.test.ts',
  },
  {
    name: 'Telegram’s brackets are not escaped',
    file: 'adapters/telegram/render.ts',
    find: ".replaceAll('<', '&lt;')",
    put: '',
    test: INJECTION,
    only: 'Telegram',
  },
  {
    name: 'a formula runs in the table',
    file: 'adapters/batch/csv-sheets.ts',
    find: 'const FORMULA = /^[\\t\\r\\n]|^\\s*[=+\\-@＝＋－＠]/',
    put: 'const FORMULA = /^[\\t\\r\\n]|^\\s*[=@＝＋－＠]/',
    test: INJECTION,
    only: 'table',
  },
  {
    name: 'a terminal obeys',
    file: 'adapters/console/plain.ts',
    find: ".replace(STEERING, '')",
    put: '',
    test: INJECTION,
    only: 'terminal',
  },
  {
    name: 'invisible characters are stored',
    file: 'adapters/unicode.ts',
    find: "    .replace(INVISIBLE, '')\n",
    put: '',
    test: INJECTION,
    only: 'stored',
  },
  {
    name: 'a log line can be forged',
    file: 'adapters/log.ts',
    find: "value.replace(/[\\p{Cc}\\u2028\\u2029]/gu, ' ')",
    put: 'value',
    test: INJECTION,
    only: 'log',
  },
  {
    name: 'metrics are open to everybody',
    file: 'adapters/web/operations-routes.ts',
    find: "if (!admitted) return refuse(reply, 'not-found')",
    put: 'void admitted',
    test: WEB,
  },
  {
    name: 'health says up when it is down',
    file: 'adapters/web/operations-routes.ts',
    find: 'reply.code(isDown(found) ? 503 : 200)',
    put: 'reply.code(200)',
    test: WEB,
  },
  {
    name: 'a silent worker is well',
    file: 'adapters/operations/health.ts',
    find: "'worker-silent': silent(pulse.worker),",
    put: "'worker-silent': false,",
    test: 'test/adapters/operations/health.test.ts',
  },
  {
    name: 'anybody exports anybody',
    file: 'adapters/web/chat-routes.ts',
    find: "const found = await store.exportChat('web', peer)\n",
    put: "const found = { exportedAt: '', tables: { message: [{ text: '云谷' }] } }\n",
    test: 'test/adapters/web/server.test.ts',
    only: 'export',
  },
  {
    name: 'a clerk of another bank may act',
    file: 'bot/bank/handle-bank.ts',
    find: "if (staff.desk !== lead.receiver) return deny(turn, lead, staff, 'other-desk')\n  if (!isOpen(lead)) return tell(turn",
    put: 'if (!isOpen(lead)) return tell(turn',
    test: SIMULATE,
  },
  {
    name: 'the desk page opens through a proxy',
    file: 'adapters/web/security.ts',
    find: 'FORWARDED.every(header => request.headers[header] === undefined)',
    put: 'FORWARDED.length > 0',
    test: 'test/adapters/web/security.test.ts',
  },
]
