// Every phrase that can be said exists in both languages, and every phrase that exists can be said.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { SOURCES } from '#engine'
import { COLLATERALS, type CostItem, KINDS, type PlanLabel, SHARERS } from '#matching'
import { loadData, projectRoot } from '../../adapters/files/load.ts'
import { readIntentLines } from '../../adapters/nlp/intent-lines.ts'
import { INVITATIONS } from '../../bot/bank/invitation.ts'
import { LEAD_STATES, VISIT_STATES } from '../../bot/case.ts'
import { FEEDBACK_QUESTIONS } from '../../bot/enterprise/follow-up.ts'
import { FORM_FAULTS } from '../../bot/form.ts'
import { type AnswerCode, FORBIDDEN_WISHES } from '../../bot/language/index.ts'
import { placeholders } from '../../bot/phrases.ts'
import { SIDES } from '../../bot/relay/talk-record.ts'
import { OBSTACLES } from '../../bot/relay/thread.ts'
import { URGENCIES } from '../../bot/service/visit-list.ts'
import { REPORT_PARTS, STEP_OWNERS } from '../../bot/service/visit-record.ts'
import { WORK_PARTS } from '../../bot/staff/my-work.ts'
import { NOTICES } from '../../bot/staff/notice.ts'

const { knowledge } = loadData()
const { phrases } = knowledge

/** Written out so that the compiler refuses a code without its words. */
const PROBLEMS: Record<AnswerCode, true> = {
  'unit-missing': true,
  'monthly-rate': true,
  vague: true,
  'foreign-currency': true,
  'out-of-bounds': true,
  'ambiguous-region': true,
  'bad-check-digit': true,
  'not-net-revenue': true,
  'social-insurance': true,
  'not-an-option': true,
  'short-name': true,
  'no-value': true,
}

const VERDICTS = ['yes', 'no', 'open']
const intents = readIntentLines(projectRoot(), [])
  .flatMap(corpus => corpus.lines.map(line => line.intent))
  .filter(intent => intent !== 'None')

/** Phrases whose key is put together from a code. */
const FAMILIES: Record<string, readonly string[]> = {
  reminder: ['take', 'go-on', 'assign'],
  notice: NOTICES,
  problem: [...Object.keys(PROBLEMS), 'contradiction'],
  forbidden: FORBIDDEN_WISHES,
  invite: INVITATIONS,
  nudge: ['question', 'consent', 'results'],
  kind: KINDS,
  collateral: COLLATERALS,
  sharer: SHARERS,
  source: SOURCES,
  fit: VERDICTS,
  knockout: VERDICTS,
  'rating.pass': VERDICTS,
  reason: ['lost', 'open', 'earned'],
  calendar: ['opens', 'renews', 'closes'],
  'calendar.because': ['opens', 'closes', 'lapse', 'rules', 'time'],
  'lead.state': LEAD_STATES,
  'lead.to': ['talking', 'intent', 'granted', 'paid'],
  'lead.now': ['talking', 'intent', 'granted', 'paid'],
  'lead.wait': ['fresh', 'offer', 'nudge', 'next-person', 'manager', 'elsewhere', 'snoozed'],
  feedback: FEEDBACK_QUESTIONS,
  'visit.state': VISIT_STATES,
  'form.fault': FORM_FAULTS,
  work: WORK_PARTS,
  'form.terms': ['amount', 'rate', 'months'],
  'visit.slot': ['am', 'pm'],
  'visit.part': REPORT_PARTS,
  'visit.who': STEP_OWNERS,
  'visit.urgent': URGENCIES,
  'talk.refused': OBSTACLES,
  reply: OBSTACLES,
  'talk.ended-by': SIDES,
  'talk.ended-here': SIDES,
  finding: ['passes', 'knocked-out'],
  'plan.label': ['cheapest', 'fastest', 'largest', 'fitting', 'surest', 'alternative'] satisfies PlanLabel[],
  'plan.cost': [
    'interest',
    'guarantee-fee',
    'premium',
    'fee',
    'interest-saving',
    'premium-saving',
  ] satisfies CostItem['code'][],
  intent: [...new Set(intents)],
}

function sources(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
}

const code = sources(path.join(projectRoot(), 'bot'))
const spelt = new Set([...code.matchAll(/'([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)*)'/g)].map(match => match[1] ?? ''))

describe('phrases', () => {
  test.each(Object.entries(FAMILIES))('%s: each code has its words', (family, codes) => {
    expect(codes.filter(one => !phrases.has(`${family}.${one}`))).toEqual([])
  })

  test('each phrase can be said', () => {
    const ofFamily = (key: string) =>
      Object.entries(FAMILIES).some(([family, codes]) => codes.some(one => key === `${family}.${one}`))
    expect([...phrases.keys()].filter(key => !spelt.has(key) && !ofFamily(key))).toEqual([])
  })

  test('both languages of a phrase take the same values', () => {
    for (const [key, words] of phrases) expect(placeholders(words.en), key).toEqual(placeholders(words.zh))
  })

  test('no phrase promises, charges or claims what only a bank may', () => {
    const forbidden = /包过(?!”)|肯定能批|保证(?:通过|额度)|秒批|全网最低|guaranteed approval|100% approv/
    expect(
      [...phrases]
        .filter(([key, words]) => key !== 'forbidden' && forbidden.test(words.zh + words.en))
        .map(([key]) => key),
    ).toEqual([])
  })
})
