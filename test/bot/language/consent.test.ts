// Consent is a hard gate: each of these sentences must be read exactly so. A yes that is not one would send data that nobody
// agreed to send.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readConsent } from '../../../bot/language/index.ts'

const lines = (text: string): string[] => text.split('\n').filter(line => line !== '')

const YES = lines(`
同意
可以，发吧
行
好的
没问题
我同意
同意，发给银行吧
嗯嗯
ok
OK的
好
可以
确认
协议我看过了，同意
我代表公司同意使用这些数据
可以查，没意见
隐私条款已读，没有异议
行吧，那就同意
都同意
我愿意授权
yes
sure
I agree
yes please
go ahead
没有什么不同意的
不反对，发吧
好嘞
对的
是的
授权书我签，没问题
可以查询我的企业征信
允许
没毛病，就这样
我已阅读并同意
我已知晓并接受以上条款
好的，我授权
I consent
Okay, send it
发给他们
点同意
征信授权我同意
征得同意
我这边答应授权了
完全同意
没有异议，继续吧
不介意，查吧
对，就是这个数
正确
就这么填
确定
absolutely
yes, go ahead
我授权你们查询
我允许你们采集企业信息
`)

const NO = lines(`
不同意
先别发
这协议我没法同意
算了
不行
我不想签这个协议
拒绝
不授权
别查我的征信
我不同意你们收集我的资料
不了
不用了
还是不同意吧
no
nope
I don't agree
not now
先不同意，我再考虑考虑
老板不让签这个授权
好吧，算了
免了，不想给授权
暂不同意
不要发
我反对
你们没权利查我们的税务数据
别发给银行
不可以
我不接受
不太想授权
不敢随便授权
绝对不同意
不行，我不同意查询
查征信就算了吧，不授权
取消吧
休想
谢绝授权
我改主意了，不授权了
收回我的同意
do not send
嗯，还是不同意
不给
没同意
我可没说同意
不能给你们
行了别发了
不同意授权
不愿意授权
拒绝授权
别查
我要取消授权
你们没权利查我们的数据
算了吧，不弄了
还是别发了
不，谢谢
I refuse
no thanks
please do not share my data
we don't consent
没法同意这个条款
暂时不授权
坚决反对
这个授权我不能给
我们公司规定不让授权
`)

/** Mixed, hedged, conditional, asked back, or said by somebody else. */
const UNCLEAR = lines(`
同意一部分
可以，但别告诉税务
我再考虑考虑
同意吗？
不同意会怎么样
看情况吧
如果利率低就同意
只同意发给建行
应该可以吧
同意是什么意思
可能可以
我问一下老板
等等
谁会同意啊
行不行呢，不同意呢
同意，不过营收别发
maybe
I agree but only to ICBC
先看看再说
老板同意了
除了财务数据都可以
不是不同意，是还没想好
不确定
同意又不同意
鬼才同意
他们同意我就同意
授权可以，征信不行
行，但先别查征信
好，不过要等下周
大概同意吧
原则上同意
问问财务再说
同意给建行，不同意给工行
可以考虑
能不能只发一部分
ok but not my phone number
yes, unless it costs money
我不确定要不要同意
同意？
勉强同意
`)

/** No answer to the question at all. */
const SOMETHING_ELSE = lines(`
我们营收3000万
什么是创新积分
好的，我们营收三千万
你好
早上好
员工45人
我们可以提供专利
杭州
下午好
你真的好蠢
就这样吧再见
你是哪家公司的
去年收入两千万
济南高新区
我们是做软件的
谢谢
`)

describe('consent', () => {
  test.each(YES)('yes: %s', text => expect(readConsent(text)).toBe('yes'))
  test.each(NO)('no: %s', text => expect(readConsent(text)).toBe('no'))
  test.each(UNCLEAR)('unclear: %s', text => expect(readConsent(text)).toBe('unclear'))
  test.each(SOMETHING_ELSE)('something else: %s', text => expect(readConsent(text)).toBeUndefined())
  test('an empty message is no consent', () => expect(readConsent(' \u200b ')).toBeUndefined())

  test('a denial before any yes is never a yes', () => {
    const denial = fc.constantFrom('不', '我不', '坚决不', '没', '别', '先别', '不想', '拒绝', '不能')
    const assent = fc.constantFrom('同意', '授权', '发给银行', '接受这个协议', '允许你们查', '签这个授权')
    fc.assert(fc.property(denial, assent, (no, yes) => readConsent(no + yes) !== 'yes'))
  })

  test('doubt beside a yes is never a yes', () => {
    const doubt = fc.constantFrom(
      '但是',
      '不过',
      '如果利率低',
      '等我问问',
      '再考虑考虑',
      '除了财务数据',
      '吗？',
      '只发给建行',
    )
    fc.assert(
      fc.property(fc.constantFrom(...YES), doubt, fc.boolean(), (yes, other, first) => {
        return readConsent(first ? `${other}，${yes}` : `${yes}，${other}`) !== 'yes'
      }),
    )
  })

  test('any text has one of the four readings', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text =>
        ['yes', 'no', 'unclear', undefined].includes(readConsent(text)),
      ),
    )
  })
})
