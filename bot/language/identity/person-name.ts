// Whom to call: 我叫王建国, 联系人：李晓明, my name is Li Lei, or a name right beside a telephone number (李雷 13800001234).
import type { PhoneFound } from '../names/phone.ts'
import { factFor, onlyAsked, type Scene } from '../scene/scene.ts'

export interface PersonFound {
  readonly name: string
  readonly start: number
  readonly end: number
}

const SURNAME =
  '(?:欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|司徒|夏侯|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文殷施陶洪翁安颜倪严牛温俞章鲁葛韦申尤毕聂焦向柳邢骆岳齐梅庄涂祝纪詹樊])'
/** What is said behind a surname: 王女士, 李工, 周会计. */
const TITLE =
  '(?:先生|女士|小姐|老师|总监|总|工|经理|会计|主任|厂长|院长|教授|博士|董事长|董|主管|科长|部长|师傅|姐|哥)'
const PERSON = `(?:[小老阿]${SURNAME}|${SURNAME}[一-龥]{0,1}${TITLE}|${SURNAME}[一-龥]{1,2})`
/** 找李工对接, 联系我助理小林, 我是法人王建军, 小李（行政）负责跟你们对接. */
const NAMED = new RegExp(
  `(?:(?:联系|找|打给|问)(?:我们?)?(?:的|公司)?(?:助理|同事|财务|会计|行政|出纳|秘书|老板|法人)?(?=[^，。]{2,4}(?:对接|就行|就可以|即可|联系|聊|[，,。 ]|$|1[3-9]|电话|手机))|我是(?:公司|厂里)?的?(?:法人代表|法定代表人|法人|老板|总经理|负责人)|(?:^|[，,。 ])(?=[^，。]{2,4}(?:\\([^)]{1,6}\\))?(?:负责|来)?(?:跟|和|与)(?:你们|您|银行)(?:对接|联系|沟通)))(${PERSON})(?=[，,。；;\\s(]|$|对接|就行|就可以|即可|联系|聊|电话|手机|\\d|负责|跟|和|与|本人)`,
  'g',
)
/** Asked for a name: 姓陈, 就找我，张敏, 姓邓 邓总. */
const ANSWERED = new RegExp(
  `^(?:(?:就|找|联系|叫)*我?(?:自己|本人)?[，, ]*)?(?:(?:免贵)?姓(${SURNAME})(?:[，, ]+)?)?(?:[你您]?(?:就|可以)?(?:叫|称呼)我?)?(${PERSON})?(?:就行|就好|即可|吧|的)?[。.]?$`,
)
/** A name has at most four characters and is no company. */
const CALLED = new RegExp(
  `(?:(?<![帮给让请])我(?:的名字)?叫|我姓|(?<=[，, ])姓(?!名)|联系人(?:是|叫|写|就写|找|换成|改成|改为|换一下[，, ]?换成|[:：])?|法人(?:代表)?(?:是|叫|[:：])|法人(?=${SURNAME}[一-龥]{1,2}[，,。 ])|(?:老板|董事长|总经理|负责人)(?:是|叫|姓)(?=${SURNAME}[一-龥]{0,2}(?:[，,。;； ]|$|，?电话|手机|\\d))|经办人(?:是|叫|[:：])|称呼我|叫我|姓名(?:是|写|填|写成|[:：])?) ?([一-龥]{1,4}?)(?=先生|女士|就|[你您]?叫|总|经理|[，。,;；!！ \\n]|$|手机|电话|\\d)`,
  'g',
)
const CALLED_ENGLISH =
  /(?:[Mm]y name is|[Nn]ame is|[Nn]ame's|[Tt]his is|[Ii] am called|[Cc]ontact(?: person)?(?: is|:)|[Ii]'m|[Ii] am|[Aa]sk for|[Cc]all|[Cc]ontact) ((?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})(?![A-Za-z])|(?:[Ll]egal rep(?:resentative)?|[Oo]wner|[Ff]ounder|CEO),? ([A-Z][a-z]+ [A-Z][a-z]+)(?=$|[,.;!])/g
/** Mr Tan and a telephone number in one message */
const TITLED = /(?<![A-Za-z])((?:Mr|Mrs|Ms|Miss|Dr)\.? [A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=$|[^A-Za-z])/
const NO_NAME =
  /^(?:(?:german|chinese|american|indian|british|english|french|italian|spanish|russian|japanese|korean|canadian|australian|dutch|swiss|swedish|singaporean|malaysian|taiwanese|turkish|phd|ceo|cto|cfo|mba|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekdays|tomorrow|me|us|him|her|sorry|also|legal|back|asking|interested|new|happy|glad|sure)\b|(?:the|an?|your|our|in|from|with|looking|here|just|not)\b|个|一|我|我们|公司|什么|他|她|老板|财务$|会计$|负责|换|改|找|就是|法人|做|在|是|不|没)/i
/** 李雷 13800001234, 财务王芳，电话 139…: the name ends right before the number. */
const BESIDE_BEFORE = new RegExp(
  `(?:^|[，,。;；:： \\n(（])(?:你?找|打给|联系|财务|会计|老板|法人|经办人?|出纳|行政)?(${SURNAME}[一-龥]{1,2})(?:先生|女士|小姐|总|经理|老师)?(?:本人)?[，,:： ]{0,2}(?:的?(?:联系)?(?:电话|手机号?|号码)|微信同号|tel|mobile)?[:： ]{0,2}(?:是|[:：])? ?$`,
  'i',
)
/** 13800001234 李雷, 13900001234（王芳） */
const BESIDE_AFTER = new RegExp(
  `^[，, ]{0,2}[(（]?(?:找|联系人?|我是|我叫)?(${SURNAME}[一-龥]{1,2})(?:先生|女士|小姐|老师)?(?=$|[，,。;；!！)） \\n])`,
)
const TITLE_AFTER = new RegExp(`^${TITLE}`)
/** Words that only begin like a name. */
const NO_SURNAME =
  /^(?:方便|方面|马上|谢谢|高企|高新|高管|万一|白天|于是|任何|常常|安排|温馨|严格|施工|向您|齐了|文件|金额|成都|康复|石油|毛利|陆续|易于|章程|申请|申报|许可|江苏|江西|江浙|武汉|安徽|常州|金华|黄山|温州|洪山|江宁|周[一二三四五六日末天])/
const REACH = 16
const CONTACT_CUE = /对接|联系|我是[^，。]{0,4}(?:法人|老板|法定代表人|负责人)/

/** The person a message names; `isOfOthers` says whether a place speaks of somebody else. */
export function findPerson(scene: Scene, isOfOthers: (place: number) => boolean): PersonFound | undefined {
  for (const pattern of [CALLED, CALLED_ENGLISH]) {
    for (const match of scene.text.matchAll(pattern)) {
      const name = match[1] ?? match[2] ?? ''
      if (name === '' || NO_NAME.test(name) || isOfOthers(match.index)) continue
      const start = match.index + match[0].length - name.length
      const after = scene.text.slice(start + name.length)
      const titled = withTitle(after, name, match[0].slice(0, -name.length).trim())
      return { name: fullName(after, titled), start, end: start + titled.length }
    }
  }
  const answered = asksName(scene) ? ANSWERED.exec(scene.text) : null
  const answer = answered?.[2] ?? answered?.[1]
  if (answer !== undefined) {
    const start = scene.text.lastIndexOf(answer)
    return { name: answer, start, end: start + answer.length }
  }
  const named = namedFor(scene, isOfOthers)
  if (named) return named
  const [phone] = scene.phones
  if (!phone || isOfOthers(phone.start)) return undefined
  return besidePhone(scene, phone) ?? titled(scene)
}

/** Whether the name is what is asked for. */
const asksName = (scene: Scene): boolean => {
  const fact = factFor(scene, 'personName')
  return fact !== undefined && onlyAsked(scene) === fact
}

/** 找李工对接: whoever is to be called, where a call or a meeting is spoken of. */
function namedFor(scene: Scene, isOfOthers: (place: number) => boolean): PersonFound | undefined {
  const cued =
    scene.phones.length > 0 || CONTACT_CUE.test(scene.text) || scene.context.pending.some(id => /contact\./.test(id))
  for (const match of cued ? scene.text.matchAll(NAMED) : []) {
    const name = match[1] ?? ''
    if (NO_SURNAME.test(name) || NO_NAME.test(name) || isOfOthers(match.index)) continue
    const start = match.index + match[0].length - name.length
    if (scene.regions.some(place => place.start < start + name.length && start < place.end)) continue
    return { name, start, end: start + name.length }
  }
  return undefined
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

/** 联系人王经理: the title goes with a bare surname, where it is not told as one. */
function withTitle(after: string, name: string, said: string): string {
  if (name.length !== 1 || /姓$/.test(said)) return name
  return name + (TITLE_AFTER.exec(after)?.[0] ?? '')
}

function titled({ text }: Scene): PersonFound | undefined {
  const found = TITLED.exec(text)
  return found?.[1] ? { name: found[1], start: found.index, end: found.index + found[1].length } : undefined
}

/** 我姓李，李强; 姓林，叫我林总就行: the surname first, then the whole name or how to call. */
function fullName(after: string, surname: string): string {
  if (surname.length !== 1) return surname
  const whole =
    /^[，, ]*(?:[你您]?(?:就|可以)?(?:叫|称呼)我?|名叫|全名)?([一-龥]{2,3}?)(?=就[行好可]|即可|[，。,;；!！ \n]|$)/.exec(
      after,
    )?.[1]
  return whole?.startsWith(surname) ? whole : surname
}
