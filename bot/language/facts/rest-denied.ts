// Asked for several things at once, people name what there is and deny the rest: 异常有，其他没有; 就一个发明，别的没; 都没有，正经做
// 生意的. What was asked, may be none and was not spoken of is none.
import type { FactDefinition } from '#engine'
import { asksWilling } from '../choices/read-flag.ts'
import type { Role } from '../roles.ts'
import { isWish } from '../scene/claims.ts'
import type { Found, UnclearFact } from '../scene/found.ts'
import { roleOf, type Scene } from '../scene/scene.ts'
import { mayBeZero } from '../unsaid/zeros.ts'

const GROUP_MIN = 2
const CONFIDENCE = 0.9
const NONE = 'none'
const END = '(?:的|了|过|呢|啊|呀|啦|哈|哦)*(?=$|[，。；,;！!？? ])'
const NOTHING = '(?:没有?|木有|莫得|么得|没得|无|零|不是|没评过?|没上过?)'
const WORDS_OF_ALL = '(?:都|全|也|就|倒|真|统统|一概|一样|一[个项]|啥|什么|任何)*'
/** 别的没有, 剩下的都没有, 除了这个啥也没有 */
const REST = new RegExp(
  `(?:别的|其他|其它|其余|剩下|另外|以外|之外)(?:的|几个|几项|情况|资质|称号|专利)?${WORDS_OF_ALL}${NOTHING}${END}|除(?:了|开|去)?[^，。；]{1,20}?(?:啥|什么|别的|其他|全|都|一样)(?:都|也|就|全)*${NOTHING}${END}|\\b(?:nothing else|none of the (?:others?|rest)|(?:all )?(?:the )?others? (?:are )?no(?:ne)?|no others?|otherwise (?:clean|none|nothing|no)|that'?s (?:all|it)|(?:the )?rest(?: is| are)? (?:no(?:ne|thing)?|clean)|nothing more)\\b|(?:^|[，。；,; ])公司(?:啥|什么)(?:都|也)${NOTHING}${END}`,
)
/** 都没有，正经做生意的; 啥也没有; 没搞过这些; nothing like that */
const ALL = new RegExp(
  `^(?:我们?|咱们?|公司|目前|现在|暂时|这些|这几[个样项]|以上|上面(?:说的)?|您?说的|真的?|干干净净|干净|清清白白|[，, ])*(?:${WORDS_OF_ALL}${NOTHING}(?:${NOTHING}|任何|这些|这种|一样)*${END}|没(?:有)?(?:搞|弄|评|办|做|碰|拿|获|得)过(?:这些|这个|任何|什么|啥)*${END})|^(?:none|nothing|nope|no|neither|never)(?: to all)?(?: of (?:them|these|those|the above)| (?:so far|yet|at all|like that|here|applies))*(?=$|[,.;!])`,
)
/** 就一个科小, 只有软著，三十一个, only inventions: one thing and no other. */
const ONLY_ONE =
  /(?:^|[，。；,; ])(?:我们|公司)?(?:就(?![是在])|只有|仅有)(?:有)?(?![一二两三四五六七八九十\d]+[家笔次年人岁点万分])(?:[一二两三四五六七八九十\d]{1,3}[个件项])?[^，。；,; 就只都]{2,12}(?:[，, ][^，。；,; ]{1,8})?[。.]?$|(?:^|[,.;] )(?:only|just) [^,.;]{3,30}(?:, \d{1,3} of (?:them|those))?[.]?$/
/** 就高企一个: nothing beside it. */
const ONLY =
  /^(?:我们|公司)?(?:就|只有?|仅有?)[^，。；就只]{1,12}(?:一[个项]|这[一]?个|这一项|而已)(?:吧|的|了)*[。.！!]?$/
/** 没有，但是…: only the rest may be meant. */
const TAKES_BACK = /但|不过|然而|可是|\b(?:but|except|however|although)\b/

const canBeNone = (scene: Scene, fact: FactDefinition): boolean => {
  if (isWish(fact) || asksWilling(fact)) return false
  const role = roleOf(scene, fact)
  // 没有 is no grade of those who are graded
  if (fact.type === 'choice')
    return fact.options?.[NONE] !== undefined && role !== 'taxGrade' && role !== 'governmentGrade'
  const isOwed = role === 'loanBalance'
  return (fact.type === 'flag' || fact.type === 'count' || fact.type === 'months' || isOwed) && mayBeZero(scene, fact)
}

/** Where the denial begins; undefined where nothing is denied for all of them. */
function denialOf({ masked }: Scene, told: number): number | undefined {
  const rest = REST.exec(masked)
  if (rest) return told > 0 ? rest.index : undefined
  if (TAKES_BACK.test(masked)) return undefined
  if (told > 0) return ONLY.test(masked) || (told === 1 && ONLY_ONE.test(masked)) ? 0 : undefined
  return ALL.test(masked) ? 0 : undefined
}

const denied = (word: string): RegExp =>
  new RegExp(
    `(?:^|[，。；,; 和])(?:${word})(?:啥的|什么的|方面|这块|也|都|就|还|倒|是|一个)*(?:没有?|无|木有)(?:评|拿)?(?:过|的|呢)?(?=$|[，。；,; ])|(?:没有?|无)(?:评|拿|获|得)?过?(?:什么|啥)?(?:${word})(?=$|[，。；,; ])`,
  )
const NO_TITLE = denied('(?:人才)?称号|人才|(?:talent )?titles?')
/** What is asked for, denied in the one word that is enough beside its question: 奖没有，平台也没有. */
const DENIED_IN_A_WORD: Readonly<Partial<Record<Role, RegExp>>> = {
  standards: denied('标准'),
  award: denied('奖项?'),
  platform: denied('平台'),
  projects: denied('项目'),
  conversions: denied('转化'),
  talentClass: NO_TITLE,
  provincialTalent: NO_TITLE,
  doctors: denied('博士'),
  pilotStage: denied('样机|中试'),
}

/** None for each thing asked that the text does not speak of, where it denies the rest of them or all. */
export function restDenied(scene: Scene, found: readonly Found[], unclear: readonly UnclearFact[]): readonly Found[] {
  const { facts } = scene.lexicon
  const asked = scene.context.pending.flatMap(id => facts.get(id) ?? [])
  if (asked.length < GROUP_MIN || scene.clauses.some(clause => clause.question)) return []
  const heard = new Set([...found, ...unclear].map(each => each.fact))
  const open = asked.filter(fact => !heard.has(fact.id) && canBeNone(scene, fact))
  const alone = open.filter(fact => DENIED_IN_A_WORD[roleOf(scene, fact) ?? 'headcount']?.test(scene.masked))
  const at = denialOf(scene, heard.size + alone.length)
  const named = new Set(
    scene.signs.flatMap(({ values }) => values.flatMap(value => (value.is === 'decoy' ? [] : [value.fact.id]))),
  )
  const rest = at === undefined ? [] : open.filter(fact => !alone.includes(fact) && !named.has(fact.id))
  return [...alone, ...rest].map(fact => ({
    fact: fact.id,
    value: fact.type === 'flag' ? false : fact.type === 'choice' ? NONE : 0,
    confidence: CONFIDENCE,
    approximate: false,
    why: 'the rest of what was asked is denied',
    span: [at ?? 0, scene.text.length],
  }))
}
