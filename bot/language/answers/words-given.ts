// A name, a time or an address given when it was asked for: the words that lead to it are left out, and a remark (你先说你是谁,
// 老地方, 打这个电话就行) is none of them.
import type { Role } from '../roles.ts'

const NAME_LEAD =
  /^(?:(?:我|本人|就|可以|直接|你|您|嗯|哦|联系人|名字|姓名|负责人|对接人)*(?:叫|喊|写|填|称呼|找|联系)(?:做|我|的是)?(?:(?:我们|公司)?(?:的)?(?:财务|会计|行政|办公室|人事|销售|采购|技术|项目|总助|助理)(?:部|经理|主管|负责人)?(?:的)?)?|我是|姓名|联系人|名字|call me|i'm|i am|my name is|it's|this is|just|ask for|contact)[是:：, ]*/i
const NAME_TAIL =
  /(?:[，, ]*(?:就行|就好|就可以|即可|就成|吧|哈|啊|呢|please|is fine|will do))+[。.!！]?$|[，, ](?:我?是?[^，, ]{1,8}(?:部|的|经理|主管))$/i
const NAME_ZH =
  /^[一-龥]{1,3}(?:·?[一-龥]{1,8})?(?:先生|女士|小姐|太太|总|经理|老师|主任|会计|师傅|厂长|工|哥|姐|董|助理|秘书|主管|博士|教授)?$/
const NAME_EN = /^(?:(?:mr|mrs|ms|miss|dr)\.? )?[a-z][a-z'.-]{1,20}(?: [a-z][a-z'.-]{0,20}){0,3}$/i
const NO_NAME =
  /[谁你您问先再等不没随便说行知道为啥什么怎哪吗电话打号码随微信跳过保密匿名可以好的留写找稍后回头忘了]|老板(?!娘)|^[我他她它]$|\b(?:why|who|what|later|no|not|you|skip|anyone|whatever|boss|same|none|ok|okay|yes|sure)\b/i
/** Longer names than this are remarks. */
const NAME_ZH_MAX = 8

const ADDRESS_LEAD =
  /^(?:(?:请|你们?|您|就|直接|可以|过?来|到|去|在|还是|地址|地点|位置|我们|公司|厂子?|厂里|单位|办公室|这边|就是|是|导航(?:到|搜)?|[:：，, ])+(?=[，, :：]|(?<=[来到去在是址搜:：])))[，, :：]*/
const PLACE =
  /路|街|道|巷|弄|村|镇|乡|号|楼|栋|幢|座|室|厦|园|区|市|县|广场|中心|港|谷|城|桥|口|站|层|road|rd\b|street|st\b|avenue|ave\b|building|floor|park|district|lane|room|block|plaza|tower|\bno\.? ?\d|\d{2,}/i
const NO_PLACE =
  /老地方|上次(?:那|的)|你(?:知道|懂|定|们那)|不用|别来|电话|线上|视频|微信|发(?:个|你|给|定位)|定位|再说|稍后|回头|等(?:我|下|会)|随便|哪(?:里|儿|都)|(?:执照|注册|工商|网上)(?:上的?|那个|地址)?$|以后|到时|why|later|online|same place|by phone/i
const NO_TIME =
  /再说|再定|回头|稍后|等(?:我|下|会儿?|老板|通知|消息)|不(?:知道|清楚|确定|一定|用|方便|需要|想|来)|没(?:空|时间|想好)|忘了|为(?:啥|什么)|怎么|谁|\b(?:why|later on|not sure|don't|who|no need)\b/i
const A_TIME =
  /[点号日]|上午|下午|早上|晚上?|中午|傍晚|周[一二三四五六日末天]|星期|礼拜|明天|后天|今天|随时|工作日|\d|morning|afternoon|evening|day\b|[ap]m\b|any ?time/i

/** Whether a time of the day or a day is named. */
export const namesHour = (text: string): boolean =>
  /[点号日]|上午|下午|早上|晚上|中午|\d ?(?:am|pm)/.test(text) && !NO_TIME.test(text)

/** What is given of a name, a time or an address; undefined for a remark, and the text itself for any other fact. */
export function wordsGiven(role: Role | undefined, text: string): string | undefined {
  switch (role) {
    case 'personName':
      return nameGiven(text)
    case 'address':
      return addressGiven(text)
    case 'visitTime':
      return NO_TIME.test(text) && !A_TIME.test(text) ? undefined : text
    default:
      return text
  }
}

function nameGiven(text: string): string | undefined {
  const said = text.replace(NAME_LEAD, '').replace(NAME_TAIL, '').trim()
  if (NO_NAME.test(said)) return undefined
  return (NAME_ZH.test(said) && said.length <= NAME_ZH_MAX) || NAME_EN.test(said) ? said : undefined
}

function addressGiven(text: string): string | undefined {
  const said = text.replace(ADDRESS_LEAD, '').trim()
  return PLACE.test(said) && !NO_PLACE.test(text) ? said : undefined
}
