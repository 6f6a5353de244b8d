// What happens when nothing is understood, twice and three times; abuse; forbidden wishes; and a change of language.
import { describe, expect, test } from 'vitest'
import { type Case, type IntentGuess, newCase, type Outcome, toText, turn } from '#bot'
import { loadData } from '../../../adapters/files/load.ts'
import { FORBIDDEN_WISHES, isAbuse, sentenceLanguage } from '../../../bot/language/index.ts'

const { knowledge } = loadData()
const AT = '2026-11-24T07:00:00.000Z'

function say(from: Case, text: string, guesses: readonly IntentGuess[] = []): Outcome {
  const eventId = `${from.trail.length}.${text}`
  return turn(knowledge, from, { eventId, at: AT, from: { kind: 'enterprise' }, kind: 'text', text, guesses })
}
const presses = (outcome: Outcome): readonly string[] =>
  outcome.posts.flatMap(post => (post.card.buttons ?? []).flat().map(button => button.press))
const words = (outcome: Outcome): string => outcome.posts.map(post => toText(post.card)).join('\n')
const begun = say(newCase('case', AT), '我们在武汉，员工80人').case

describe('not understood', () => {
  test('one thing at a time, then choices, then a person, and nothing is lost', () => {
    const first = say(begun, '窗前明月光疑是地上霜')
    const several = begun.pending?.kind === 'ask' ? begun.pending.facts : []
    const one = first.case.pending?.kind === 'ask' ? first.case.pending.facts : []
    expect(several.length).toBeGreaterThan(1)
    expect(one).toHaveLength(1)
    expect(several).toContain(one[0])
    expect(presses(first)).toContain('w')
    const second = say(first.case, '举头望明月低头思故乡')
    expect(presses(second)).toEqual(['s:*', 'q', 'x', 'h'])
    const third = say(second.case, '春眠不觉晓处处闻啼鸟')
    expect(presses(third)).toContain('vs')
    expect(third.case.failures).toBe(0)
    expect(third.case.answers).toEqual(begun.answers)
  })

  test('a guess that is possible but not certain is offered, never acted on', () => {
    const offered = say(begun, '呃那个啥来着', [{ intent: 'restart', confidence: 0.5 }])
    expect(presses(offered)).toEqual(['i:restart', 'go'])
    expect(offered.case.answers).toEqual(begun.answers)
  })

  test('anything understood in between starts the count anew', () => {
    const first = say(begun, '窗前明月光疑是地上霜')
    expect(say(first.case, '什么是贴息').case.failures).toBe(0)
    expect(say(first.case, '去年营收3000万元').case.failures).toBe(0)
  })
})

describe('abuse', () => {
  test('is answered calmly, keeps the question, and the second time offers a person', () => {
    const once = say(begun, '你个白痴机器人')
    expect(once.case.pending).toEqual(begun.pending)
    expect(words(once)).toContain('抱歉')
    const twice = say(once.case, '滚蛋')
    expect(presses(twice)).toContain('vs')
  })

  test('figures in an angry sentence are taken all the same', () => {
    const angry = say(begun, '问问问，妈的，去年营收3000万元行了吧')
    expect(Object.keys(angry.case.answers)).toHaveLength(Object.keys(begun.answers).length + 1)
  })

  test.each(['我们做垃圾分类设备', '危险废物处置', '智障儿童康复器械'])('%s is a trade', text =>
    expect(isAbuse(text)).toBe(false),
  )
})

describe('forbidden wishes', () => {
  const WISHES: Record<(typeof FORBIDDEN_WISHES)[number], string> = {
    'guaranteed-approval': '能不能包过',
    'fake-records': '帮我们刷点流水',
    'credit-washing': '帮忙洗白征信',
    'inside-channel': '有没有内部渠道',
    speculation: '贷出来买套房',
    'on-lending': '想转贷一下',
  }
  test.each(FORBIDDEN_WISHES)('%s is declined in its own words and the talk goes on', wish => {
    const declined = say(begun, WISHES[wish])
    const phrase = knowledge.phrases.get(`forbidden.${wish}`)?.zh ?? '—'
    expect(words(declined)).toContain(phrase)
    expect(declined.case.pending).toEqual(begun.pending)
    expect(declined.events).toContainEqual(expect.objectContaining({ verb: 'forbidden-wish', detail: wish }))
  })
})

describe('language in the middle of a talk', () => {
  test('a whole English sentence is followed, and its numbers are read', () => {
    const english = say(begun, 'our revenue last year was 32 million yuan')
    expect(english.case.language).toBe('en')
    expect(words(english)).toContain('RMB 32 million')
    const back = say(english.case, '我们想贷五百万元，用三年')
    expect(back.case.language).toBe('zh')
    expect(words(back)).toContain('500 万元')
  })

  test.each([
    ['武汉中科锐择光电科技有限公司', undefined],
    ['OK', undefined],
    ['ERP SaaS MES PLM', undefined],
    ['SAP ERP 我们都在用', undefined],
    ['about 30 million', undefined],
    ['what is the interest rate', 'en'],
    ['我们大概八十个人', 'zh'],
  ] as const)('%s: %s', (text, language) => expect(sentenceLanguage(text)).toBe(language))
})
