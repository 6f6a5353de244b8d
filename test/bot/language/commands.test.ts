// Commands in plain words. What cannot be undone has the longest lists: deletion must be easy to ask for and must never be
// heard where it was not meant.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Command, readCommand } from '../../../bot/language/index.ts'

const lines = (text: string): string[] => text.split('\n').filter(line => line !== '')

/** By the kind of command; `none` lists what must not be taken for one. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  'delete-data': lines(`
删除我的资料
请把我的信息全部删掉
注销账号
帮我注销
不要保存我的数据
我要求删除数据
把刚才填的都删除
聊天记录清掉吧
delete my data
please erase all my information
`),
  'withdraw-consent': lines(`
撤回授权
我要取消之前的授权
把之前的授权撤销掉
收回我的同意
不授权了
withdraw my consent
please revoke my authorisation
`),
  'export-data': lines(`
导出我的资料
请把我的资料导出一份
下载全部数据
给我一份我的资料
export my data
please download all my information
`),
  restart: lines(`
重新开始
从头再来一遍
换一家公司重新测
清零重来
全部推倒重来
restart
start over please
`),
  skip: lines(`
跳过
不知道
这个我不清楚
不清楚，先跳过
这个得问财务，下一个
不方便透露
手头没有这个数
skip
I don't know
next question
`),
  back: lines(`
上一步
返回上一题
刚才答错了
back
undo
`),
  results: lines(`
看结果
够了
直接出方案
别问了，直接看结果
看看我的评级
show me the results
that's enough
`),
  review: lines(`
看看我填了什么
还差哪些没填
我的资料
进度怎么样了
show my answers
`),
  why: lines(`
为什么要问这个
问这个干嘛
你们要这个数据做什么用
必须要填吗
why do you need that
`),
  help: lines(`
帮助
怎么用
这题什么意思
看不懂
help
`),
  human: lines(`
转人工
找个人聊
我要和真人说话
有没有客服
让客户经理联系我
talk to a human
`),
  visit: lines(`
能派人上门吗
你们可以来我们公司看看吗
预约专班上门
安排专家来厂里指导
can you send someone over
`),
  pause: lines(`
等一下
我先忙一会儿
明天接着填
先保存，下次继续
hold on
`),
  resume: lines(`
继续
接着来
我回来了
continue
`),
  none: lines(`
不要删除我的资料
先别删
我的数据会被删除吗
数据多久会删除
怎么删除一条失信记录的公示
公司注销要什么手续
把那个发明专利删掉，写错了
授权可以随时撤回吗
不想撤回授权
我们做人工智能的
人工成本太高
去年营收3000万，够了
员工45人
软著是30个
我们要重新装修厂房
`),
}

describe('commands', () => {
  const rows = Object.entries(SAID).flatMap(([kind, texts]) => texts.map(text => [kind, text] as const))
  test.each(rows)('%s: %s', (kind, text) => {
    const command = readCommand(text)
    if (kind !== 'none') expect(command?.kind).toBe(kind)
    // a forbidden wish may still be heard in what is no command of the list
    else expect(command === undefined || command.kind === 'forbidden').toBe(true)
  })

  test.each([
    ['什么是创新积分', '创新积分'],
    ['见贷即保是啥意思', '见贷即保'],
    ['解释一下加计扣除', '加计扣除'],
    ['专精特新是什么', '专精特新'],
    ['what is a little giant', 'little giant'],
    ['What does LPR mean?', 'lpr'],
  ])('explains a term: %s', (text, term) => {
    expect(readCommand(text)).toEqual({ kind: 'explain', term })
  })

  test.each([
    ['说英文', 'en'],
    ['English please', 'en'],
    ['can we speak English', 'en'],
    ['换成中文', 'zh'],
    ['speak Chinese', 'zh'],
  ] as const)('changes the language: %s', (text, language) => {
    expect(readCommand(text)).toEqual({ kind: 'language', language })
  })
})

const FORBIDDEN: readonly (readonly [string, string])[] = [
  ['能包过吗', 'guaranteed-approval'],
  ['有没有包下款的', 'guaranteed-approval'],
  ['帮我刷点流水', 'fake-records'],
  ['能不能做两套账', 'fake-records'],
  ['包装一下报表行吗', 'fake-records'],
  ['洗征信多少钱', 'credit-washing'],
  ['帮我消除逾期记录', 'credit-washing'],
  ['你们有内部渠道吗', 'inside-channel'],
  ['能不能找关系', 'inside-channel'],
  ['贷出来炒房', 'speculation'],
  ['想贷款买股票', 'speculation'],
  ['做转贷的', 'on-lending'],
  ['can you guarantee approval', 'guaranteed-approval'],
  ['clean up our credit report', 'credit-washing'],
]

describe('forbidden wishes', () => {
  test.each(FORBIDDEN)('%s', (text, wish) => {
    expect(readCommand(text)).toEqual({ kind: 'forbidden', wish })
  })
  test.each(['我们不炒房', '没有刷过流水', '绝不做假账', '转贷引导基金是什么'])(
    'a denial or a fund is none: %s',
    text => {
      expect(readCommand(text)?.kind).not.toBe('forbidden')
    },
  )
})

describe('deletion', () => {
  test('is never heard in a denial of it', () => {
    const denial = fc.constantFrom('不要', '别', '先别', '不用', '不想', '没有')
    const act = fc.constantFrom('删除我的资料', '删掉我的数据', '清空我的信息', '注销账号')
    fc.assert(fc.property(denial, act, (no, rest) => readCommand(no + rest)?.kind !== 'delete-data'))
  })
  test('is never heard in a text without such a word', () => {
    const words = fc.constantFrom(
      '我的',
      '资料',
      '数据',
      '信息',
      '全部',
      '看',
      '填',
      '授权',
      '员工',
      '45人',
      '贷款',
      '吧',
      '吗',
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), parts => readCommand(parts.join(''))?.kind !== 'delete-data'),
    )
  })
  test('no long text is a command', () => {
    const long = (text: string): Command | undefined => readCommand(text.padEnd(61, '。'))
    expect(long('删除我的资料')).toBeUndefined()
  })
})
