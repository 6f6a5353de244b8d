// What an answer to one yes-or-no question is made of: its clauses, and a word of doubt that leaves the whole open.

/** Words that mean yes, no, or neither for one question; the first that fits decides: open, no, yes. */
export interface OwnWords {
  readonly open?: RegExp
  readonly no?: RegExp
  readonly yes?: RegExp
}

/** What an answer says; `open` where it is none and must be asked again. */
export type FlagSaid = boolean | 'open' | undefined

const LEAD =
  '(?:(?:嗯|对|但|不过|倒|其实|反正|我们?|咱们?|公司|我司|那|这|个|目前|现在|暂时|一直|一向|向来|基本|的|都|全|也|就|只|是|还|早|已经|刚|才|确实|真|今年|上个?月|前几天|昨天){0,5} ?)'
const TAIL = '(?:的|了|啊|呢|呀|哦|嘛|吧|啦|哈|嘞|呗|咯|滴|着|哎|来着|就是){0,3}'

/** A whole clause that is these words, with nothing but small words before and behind. */
export const clause = (body: string): string =>
  `(?:(?:^|[，,。.；;：: ])${LEAD}(?:${body})${TAIL}(?=$|[，,。.；;！!？?~ …]))`

/** A pattern of several pieces, read in small letters. */
export const anyOf = (...pieces: readonly string[]): RegExp => new RegExp(pieces.join('|'))

/** 好像评过, 可能吧谁知道: said with doubt. */
const HEDGED =
  /(?:^|[，,。 ])(?:我们?|公司|这个|那个|嗯|呃|这)?(?:好像|应该|可能|估计|大概|也许|或许|多半|八成|貌似|似乎|我?感觉|我?觉得(?!没问题|可以))(?!不(?:可能|会)|没(?:有)?问题|可以)|(?:^|[,.] )(?:maybe|perhaps|probably|possibly|i think|i guess|i believe|should be|might)\b/
/** What is not known, not looked up, not told, or asked back. */
const UNKNOWN =
  /分不?清|分得清|[看搞弄]不懂|没[看搞弄]懂|没(?:去)?(?:对照|对|核对|核实|研究|了解|细看|仔细看)过|谁知道|(?<![还也])不(?:晓得|知道|清楚)|说不[准清好]|拿不准|记不[清得]|[得要](?:问|查)(?:一?下)?|(?:我|回头|等我|先|再)(?:去)?(?:问|查)(?:一?下|问|查|看)|问问|看你?怎么(?:定义|算|理解|说)|看多大|算不算|算吗|不答|拒绝回答|不想回答|无可奉告|说来话长|一言难尽|你说呢|你猜|凭什么|干嘛|真假|不(?:太|是很|怎么)?了解|帮我(?:判断|看|查|确认)|我记得|(?:^|[，, ])(?:属于|是|有|算|在|评过|入了)吧(?=$|[，,。 ])|不好(?:说|界定|讲|判断|算|归|定)|[做作]不了主|说了不算|不归我管|没实际|名存实亡|没见过|(?:中介|代理|别人|人家|朋友)(?:的)?(?:公司)?说|说[^，。]{1,4}[，, ][^，。]{1,5}说|哪[几八]个|啥(?:是|叫|意思|评审)|什么(?:是|叫|意思)|(?:部分|沾(?:点|一点)边|有点关系|有些关系)(?:的|吧|儿)*$|not sure|can't (?:say|tell)|hard to (?:say|tell)|no idea|never checked|don't know|depends/
/** 不知道名单，没通知过: the denial behind the doubt is of the thing asked. */
const YET_DENIED = /(?:都|也|根本|压根)不(?:知道|晓得)/

/** Whether doubt, a question or a refusal leaves an answer open. */
export const isLeftOpen = (text: string): boolean => HEDGED.test(text) || (UNKNOWN.test(text) && !YET_DENIED.test(text))

const LONG = { 大前年: 3, 前年: 2, 去年: 1, 今年: 0 } as const
const YEARS_AGO: Readonly<Record<string, number>> = {
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  十: 10,
  好几: 5,
  很多: 5,
}

/** How many years ago an answer lies: 0 for this one; undefined where no year is told. */
export function yearsAgo(text: string, year: number): number | undefined {
  const word = /大?前年|去年|今年/.exec(text)?.[0] ?? ''
  const told = /(?<!\d)(?:20)?([12]\d)年(?!前)|\b(?:in|since) 20(\d\d)\b|(?<!\d)20([12]\d)(?!\d)/.exec(text)
  const digits = told?.[1] ?? told?.[2] ?? told?.[3]
  if (digits !== undefined) return year - 2000 - Number(digits)
  const ago = /([二两三四五六七八十\d]|好几|很多)(?:多|来)?年(?:以|之)?前|(\d|two|three|four|five) years ago/.exec(text)
  if (ago) return YEARS_AGO[ago[1] ?? ''] ?? (Number(ago[1] ?? ago[2]) || LONG_AGO)
  if (/last year/.test(text)) return 1
  if (word === '' && /疫情|刚开(?:厂|业|张)|创业初期/.test(text)) return LONG_AGO
  if (word in LONG) return LONG[word as keyof typeof LONG]
  return /上个?月|上(?:个)?(?:礼拜|周|星期)|这个?月|上半年|前几天|刚(?:刚|才)?|昨天|年初|(?:^|[^年\d])(?:1?\d|十?[一二三四五六七八九])月份?|last (?:month|week)|this (?:year|spring|summer|autumn)/.test(
    text,
  )
    ? 0
    : undefined
}
const LONG_AGO = 5
