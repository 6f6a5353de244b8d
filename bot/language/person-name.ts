// Whom to call: 我叫王建国, 联系人：李晓明, my name is Li Lei, or a name right beside a telephone number (李雷 13800001234).
import type { PhoneFound } from './phone.ts'
import type { Scene } from './scene.ts'

export interface PersonFound {
  readonly name: string
  readonly start: number
  readonly end: number
}

const SURNAME =
  '(?:欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|司徒|夏侯|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文殷施陶洪翁安颜倪严牛温俞章鲁葛韦申尤毕聂焦向柳邢骆岳齐梅庄涂祝纪詹樊])'
/** A name has at most four characters and is no company. */
const CALLED = new RegExp(
  `(?:(?<![帮给让请])我(?:的名字)?叫|我姓|(?<=[，, ])姓(?!名)|联系人(?:是|叫|写|就写|找|换成|改成|改为|换一下[，, ]?换成|[:：])?|法人(?:代表)?(?:是|叫|[:：])|法人(?=[一-龥]{2,3}[，,。 ])|(?:老板|董事长|总经理|负责人)(?:是|叫|姓)(?=${SURNAME}[一-龥]{0,2}(?:[，,。;； ]|$|，?电话|手机|\\d))|经办人(?:是|叫|[:：])|称呼我|叫我|姓名(?:是|[:：])?) ?([一-龥]{1,4}?)(?=先生|女士|就|叫|总|经理|[，。,;；!！ \\n]|$|手机|电话|\\d)`,
  'g',
)
const CALLED_ENGLISH =
  /(?:my name is|name is|name's|this is|i am called|contact person is|contact:|i'm) ([A-Z][a-z]+(?: [A-Z][a-z]+){0,2})/gi
const NO_NAME =
  /^(?:(?:the|an?|your|our|in|from|with|looking|here|just|not)\b|个|一|我|我们|公司|什么|他|她|老板|财务$|会计$|负责|换|改|找|就是|法人|做|在|是|不|没)/i
/** 李雷 13800001234, 财务王芳，电话 139…: the name ends right before the number. */
const BESIDE_BEFORE = new RegExp(
  `(?:^|[，,。;；:： \\n(（])(?:你?找|打给|联系|财务|会计|老板|法人|经办人?|出纳|行政)?(${SURNAME}[一-龥]{1,2})(?:先生|女士|小姐|总|经理|老师)?(?:本人)?[，,:： ]{0,2}(?:的?(?:联系)?(?:电话|手机号?|号码)|微信同号|tel|mobile)?[:： ]{0,2}(?:是|[:：])? ?$`,
  'i',
)
/** 13800001234 李雷, 13900001234（王芳） */
const BESIDE_AFTER = new RegExp(
  `^[，, ]{0,2}[(（]?(?:找|联系人?|我是|我叫)?(${SURNAME}[一-龥]{1,2})(?:先生|女士|小姐|老师)?(?=$|[，,。;；!！)） \\n])`,
)
/** Words that only begin like a name. */
const NO_SURNAME =
  /^(?:方便|方面|马上|谢谢|高企|高新|高管|万一|白天|于是|任何|常常|安排|温馨|严格|施工|向您|齐了|文件|金额|成都|康复|石油|毛利|陆续|易于|章程|申请|申报|许可|江苏|江西|江浙|武汉|安徽|常州|金华|黄山|温州|洪山|江宁|周[一二三四五六日末天])/
const REACH = 16

/** The person a message names; `isOfOthers` says whether a place speaks of somebody else. */
export function findPerson(scene: Scene, isOfOthers: (place: number) => boolean): PersonFound | undefined {
  for (const pattern of [CALLED, CALLED_ENGLISH]) {
    for (const match of scene.text.matchAll(pattern)) {
      const name = match[1] ?? ''
      if (name === '' || NO_NAME.test(name) || isOfOthers(match.index)) continue
      const start = match.index + match[0].length - name.length
      return { name: fullName(scene.text.slice(start + name.length), name), start, end: start + name.length }
    }
  }
  const [phone] = scene.phones
  return phone && !isOfOthers(phone.start) ? besidePhone(scene, phone) : undefined
}

function besidePhone({ text, regions }: Scene, phone: PhoneFound): PersonFound | undefined {
  const before = text.slice(Math.max(0, phone.start - REACH), phone.start)
  const first = BESIDE_BEFORE.exec(before)
  const name = first?.[1] ?? BESIDE_AFTER.exec(text.slice(phone.end, phone.end + REACH))?.[1]
  if (name === undefined || NO_SURNAME.test(name)) return undefined
  const start = first ? text.lastIndexOf(name, phone.start) : text.indexOf(name, phone.end)
  const found = { name, start, end: start + name.length }
  return regions.some(place => place.start < found.end && start < place.end) ? undefined : found
}

/** 我姓李，李强: the surname first, then the whole name. */
function fullName(after: string, surname: string): string {
  if (surname.length !== 1) return surname
  const whole = /^[，, ]*(?:叫|名叫|全名)?([一-龥]{2,3})(?=[，。,;；!！ \n]|$)/.exec(after)?.[1]
  return whole?.startsWith(surname) ? whole : surname
}
