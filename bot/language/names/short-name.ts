// A company's name as it is said when it was asked for: the words that lead to it are left out, and a name without a legal form
// at its end (就叫云联科技, we go by BlueElephant) is a short one, to be asked back before it stands in an application.

const LEAD_ZH =
  /^(?:(?:大家|别人|人家|外面|对外|客户|同行|朋友|圈里)(?:们)?|平时|一般|现在|目前|暂时|先|就|都|也|嗯|哦|呃|我们|咱们|俺们|我司|公司|企业|厂子?|工商|注册|执照|营业执照|证|上面?|里|那个|的|[，, :：])*(?:[叫喊称管](?:做|我们|咱们|俺们|为|的是)?(?:叫|做)?|是叫|全称|简称|名字|名称|名|写的?|填|登记的?|注册的?|牌子|品牌|招牌|是)(?:叫做?|就?是|为|写|的|[，, :：])*/
const LEAD_ALONE = /^(?:就|先|嗯|哦|呃|[，, ])+(?=[一-龥A-Za-z])/
const LEAD_EN =
  /^(?:(?:well|so|hi|hello)[, ]+)?(?:(?:just |please )?call us|we(?:'re| are)? (?:go by|called|known as|named)|we(?:'re| are)|they call us|people call us|everyone calls us|our (?:company|firm)?(?:'s)? ?name is|the (?:company|firm|name) is(?: called)?|it(?:'s| is)(?: called)?|called|name:?|just|brand(?: name)? is) /i
const TAIL_ZH = /(?:[，, ]*(?:就这个|就行|没错|的(?:啦|呢)?|吧|啊|哈|呀|呢|嘛|啦|来着))+$/
const FULL_ZH =
  /(?:公司|厂|中心|合伙(?:企业)?|合作社|联合社|研究院|研究所|设计院|事务所|工作室|商行|经营部|服务部|门市部|加工部|农场|店|院|社)(?:\([^()]{1,10}\))?$/
const FULL_EN =
  /\b(?:co|ltd|limited|inc|incorporated|llc|l\.l\.c|llp|lp|corp|corporation|gmbh|ag|plc|company|partnership|pte|bhd|s\.a|b\.v)\.?$/i
/** 还没核名, 随便: words about a name. */
const NO_NAME =
  /没|不|未(?!来)|随便|再说|核名|(?<!理)想(?!象)|哪|查|保密|问|打算|准备|以前|原来|刚才|正在|等(?:我|下|一|他|拿|办|执照)/
/** 是个小公司 */
const ANY_FIRM = /^(?:[小个家]|[一两几]个|一家)[^，。]{0,3}(?:公司|厂|店)$/
/** A few words of English are a name, a sentence is none. */
const SENTENCE = /\b(?:not|no|don't|can't|yet|why|what|later|haven't|is|are|was|will|have)\b/i
const NAME_MIN = 2
const SHORT_MAX = 24

/** What is given as the name, without what leads to it: 大家都喊我们海芯微 is 海芯微. */
export function calledName(text: string): string {
  const said = text.replace(/[。.!！]$/, match => (match === '.' && FULL_EN.test(text) ? match : '')).trim()
  const called = /[一-龥]/.test(said)
    ? said.replace(LEAD_ZH, '').replace(LEAD_ALONE, '').replace(TAIL_ZH, '')
    : said.replace(LEAD_EN, '')
  // 公司名啊 青禾生物
  const last = /[一-龥] [一-龥]/.test(called) ? called.split(/(?<=[一-龥]) (?=[一-龥])/).at(-1) : called
  return (last ?? called).trim()
}

/** Whether a name ends as registered names do. */
export const isFullName = (name: string): boolean => FULL_ZH.test(name) || FULL_EN.test(name)

/** Whether words that end like a name are only about some company: 是个小公司. */
export const isAnyFirm = (name: string): boolean => ANY_FIRM.test(name)

/** Whether it may be the short form of a company's name, and no remark about one. */
export const isShortName = (name: string): boolean =>
  name.length >= NAME_MIN && name.length <= SHORT_MAX && !NO_NAME.test(name) && !SENTENCE.test(name)
