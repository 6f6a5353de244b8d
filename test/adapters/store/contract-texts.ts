// Hostile texts in every place that a sender fills, through the whole store: they come back byte for byte as they may be stored,
// in nobody's room but their own, and the database does with them nothing but keep them.
import { expect, test } from 'vitest'
import type { Received } from '../../../adapters/received.ts'
import { hygienic } from '../../../adapters/unicode.ts'
import { HOSTILE } from '../../support/hostile.ts'
import type { Open } from './contract.ts'
import * as e from './events.ts'

/** What a database would obey if a text ever became part of a statement. */
const SQL: readonly string[] = [
  "'; DROP TABLE conversation; --",
  "1'; DELETE FROM lead WHERE '1'='1",
  '"; TRUNCATE audit; --',
  "' OR 1=1 --",
  "' UNION SELECT wrapped FROM case_key --",
  '$1',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of somebody else's
  '${1}',
  "E'\\\\'",
  '$$; DROP TABLE inbox; $$',
  '%s%n%d',
  '100%_\\',
  "\\'; --",
  '/* */ -- #',
  "'||pg_sleep(10)||'",
  '\u02bc; DROP TABLE lead; --',
  '＇; DROP TABLE lead; --',
]
const TEXTS = [...SQL, ...HOSTILE]
const KEPT = TEXTS.map(hygienic)

export function textsContract(open: Open): void {
  test('what a company says comes back as it was, and can be exported as it was', async () => {
    const { store } = open()
    for (const text of TEXTS) await store.accept(e.says('p', text))
    expect(await e.drain(store)).toBe(TEXTS.length)
    const said: string[] = []
    for (let after = 0n; ; ) {
      const more = await store.conversation('telegram', 'p', after)
      said.push(...more.map(({ card }) => e.textOf(card)))
      after = more.at(-1)?.id ?? after
      if (more.length === 0) break
    }
    // a message in which nothing is left is not kept
    expect(said).toEqual(KEPT.filter(text => said.includes(text)))
    expect(KEPT.filter(text => !said.includes(text) && text.trim() !== '')).toEqual([])
    const exported = JSON.stringify((await store.exportChat('telegram', 'p'))?.tables)
    for (const text of KEPT) expect(exported).toContain(JSON.stringify(text).slice(1, -1))
  })

  test('as the name of a chat, a person, a desk, a thread, an event: each is itself and meets no other', async () => {
    const { store } = open()
    const names = [...new Set(KEPT)].filter(name => name !== '')
    await e.turn(store, e.says('bystander', '我在'), { change: e.withLead })
    for (const [at, name] of names.entries()) {
      const chat = e.says(name, `chat ${at}`, { eventId: `${name} ${at}` })
      expect([name, await store.accept(chat)]).toEqual([name, 'accepted'])
      expect([name, await store.accept(chat)]).toEqual([name, 'duplicate'])
      const staff: Received = {
        ...e.staffSays('icbc', name, '领取'),
        from: { kind: 'staff', desk: name, person: name, name },
      }
      expect([name, await store.accept(staff)]).toEqual([name, 'accepted'])
      expect([name, await store.hasThread(name)]).toEqual([name, false])
      expect([name, await store.leadsOfDesk(name), await store.desks(0n, [name])]).toEqual([name, [], []])
    }
    expect(await e.drain(store)).toBe(2 * names.length)
    for (const [at, name] of names.entries()) {
      const heard = await store.conversation('telegram', name, 0n)
      expect([name, heard.map(({ card }) => e.textOf(card))]).toEqual([name, [`chat ${at}`]])
    }
    expect(await store.conversation('telegram', 'bystander', 0n)).toHaveLength(1)
    expect(await store.database.prisma.lead.count()).toBe(1)
    expect(await store.database.prisma.conversation.count()).toBe(names.length + 1)
  })

  test('NUL and half characters are left out wherever they stand; nothing throws', async () => {
    const { store } = open()
    for (const [at, odd] of ['a\u0000b', '\u0000x', 'x\ud800', '\udfffy'].entries()) {
      expect(await store.accept(e.says(`p${odd}`, odd, { eventId: `${at}${odd}` }))).toBe('accepted')
      expect(await store.accept(e.staffSays('icbc', odd, odd))).toBe('accepted')
    }
    expect(await e.drain(store)).toBe(8)
    const rows = await store.database.prisma.conversation.findMany()
    expect(rows.every(({ peer }) => peer.isWellFormed() && !peer.includes('\u0000'))).toBe(true)
  })
}
