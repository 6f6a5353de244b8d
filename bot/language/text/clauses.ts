// A text cut into sentences and clauses, each with what it does to the facts inside: asking, planning, supposing, or
// speaking of somebody else leaves them unsaid.

export interface Clause {
  readonly start: number
  readonly end: number
  /** clauses of one sentence carry the same number */
  readonly sentence: number
  readonly question: boolean
  readonly plan: boolean
  /** 如果, 比如: nothing in it is claimed */
  readonly supposed: boolean
  /** the company next door, a customer, a friend */
  readonly others: boolean
  /** what it says, it says of customers or suppliers */
  readonly customers: boolean
  /** 前几年, 那会儿, 疫情前: it was so, and need not be so now */
  readonly past: boolean
  /** goes on with an aim of the clause before: 目标三年内拿下小巨人，营收过两亿 */
  readonly aims: boolean
  /** 想, 需要, 用于: this is about what is wanted */
  readonly wish: boolean
  /** 我们, 我司: the speaker is named */
  readonly ours: boolean
}

const CLAUSE_END = /[，、,|]/
const YEAR_OPENS = /^(?:20)?[0-2]\d年(?!前|多|来|了|期|的?历史)/
const OPENS_CLAUSE =
  /^(?:去年|前年|今年|现在|目前|员工|净利|利润|营收|研发|发明|软著|实用|专利|高企|贷款|期限|利率|抵押|纳税|税|有厂|有发|做|搞|想|要|人(?=\d))/
/** We planned 100 million but made 41: what was meant and what is are told on either side. */
const BUT = /^ (?:but|whereas) (?!also|rather|for|one|once|that)/
const NOT_BUT = /\b(?:nothing|anything|all|everything|everyone|none|last|not only)$/
const BUT_REACH = 16
/** People also part their clauses by blanks: 杭州 做软件 45人. */
const isBlankBreak = (text: string, at: number): boolean =>
  text[at] === ' ' &&
  ((/[一-龥]/.test(text[at - 1] ?? '') && /[一-龥]/.test(text[at + 1] ?? '')) ||
    (BUT.test(text.slice(at, at + BUT_REACH)) && !NOT_BUT.test(text.slice(Math.max(0, at - BUT_REACH), at))) ||
    // 人 32 去年 1500w 净利 70w; but not 5500 万, 3 项
    (/[\dwk%]/i.test(text[at - 1] ?? '') && OPENS_CLAUSE.test(text.slice(at + 1, at + 3))) ||
    // 06年 110人; 23年3800 24年4100
    (/年的?$/.test(text.slice(Math.max(0, at - 2), at)) &&
      /^\d(?!(?:[\d,]{3,}|[\d.,]{0,9} ?[万亿w元])(?![人个家项件]))/.test(text.slice(at + 1, at + 14)) &&
      /\d ?年的?$/.test(text.slice(Math.max(0, at - 4), at))) ||
    (/[\d一-龥]/.test(text[at - 1] ?? '') && YEAR_OPENS.test(text.slice(at + 1, at + 7))))

const SENTENCE_END = /[。！？!?\n；;]/
const QUESTION =
  /[？?]|[吗么]$|(?<!着|刚[^，。]{1,6}|没有?(?:收入|营收|贷款|贷过款|专利|出口|盈利))呢$|来着$|[是对]不$|[对是]吧$|对不对|(?:可以|行|能|对|算)吗|多少|(?<!(?:没有?|不[在是进属算]|没[在进入])[^，。]{0,3})(?:什么|啥)(?![^，。？?]{0,8}(?:都|也)(?:没|不|莫|木))|怎么|怎样|如何|咋|为何|为什么|哪[个些家里种年]|可不可以|(?<!没)有没有|([能是要会够行算好对该用必想]|可以)不\1|谁|哪里|哪儿|凭什么|(?<![好十有])几(?:个点|厘|趟|点(?!\d))|(?:要|得|能|用|跑)[^，]{0,3}几[天年个]|(?:能|会|可以|要|行|算|够)[^，]{0,8}不$|(?:认定|申报|申请|评审|评定|入库|办理|企业)的?(?:条件|标准|流程|政策|优惠|材料|要求|指南|时间|区别|好处)$|^(?:what|how|why|which|who|when) |^(?:is|are|do|does|can|could|should|would|will) (?:i|we|you|it|they|there|this|that|these|the|my|our|your|an?|one|someone|anyone|somebody|anybody)\b/i
const PLAN =
  /准备|打算|(?<!研发|科技|人才|万人|千人|星火|火炬)计划|规划(?!局|院|设计|师|软件|咨询)|拟|筹备|争取|目标|预计|预期|预测|预算|估计能|估计(?:今年|到?年底)|今年估计|明年|后年|(?:今年|年底)[^，。；]{0,4}能(?:到|做到|有个?)|将来|未来|以后|今后|还?想(?!贷|借|融|问|咨询|了解|请教|知道|打听|跟|请|找)|希望|考虑|冲刺|冲击|(?:正在|在)(?:冲|申|报|办|评|搞)|在(?:申请|申报|办理|评)|申报中|申请中|培育库|plan(?:ning)? to|going to|intend|expect|next year|hop(?:e|ing) (?:to|for)|would (?:like|love) to|want to (?:be|become|get to|reach|grow)|aim(?:ing)? (?:to|for)|target(?:ing)?|some ?day|one day|dream|this year we expect|\bmight\b|\bmay (?:get|become|be|apply)\b|applying for|thinking (?:of|about)|considering|will /i
const SUPPOSED =
  /如果|差点(?!忘|没|漏|儿?忘|意思|劲|钱|资金|意义|流动|周转|货款|料)|等[^，。；]{1,14}(?:到账|下来|批了|拿到|签了|成了|好了)了?[^，。；]{0,3}(?:就|再|才)|^(?:你们?)?(?:不要|别|甭|莫)(?:再|老)?(?:跟我|和我|给我)?(?:说|提|讲|扯)(?!错|了)[^，。]{2}|没个[^，。；]{1,14}(?:根本|玩不转|不行|搞不|做不|别想|下不)|(?<![主重需就只])要是|政策(?:里|上)?[说写要规]|政策上[^，。；]{0,6}(?:要|满|得|必须)|(?:高企|专精特新|科小|小巨人|银行|园区|政策)(?:要求|规定|门槛)|(?:规定|要求|标准|门槛)(?:是|说|要)|(?:银行|园区|科技局|他们)[^，。；]{0,2}(?:说|讲|规定)[^，。；]{0,10}(?:不能|不得|必须)(?:超|低|高|大|小)|以[下上](?:都|才|就)?(?:算|叫)|网上(?:写|说)|满[^，。；]{1,16}(?:就|才)[奖补给能可]|才(?:给|能|可以)[^，。；]{0,6}(?:吧|的)?$|听说|据说|听人说|听朋友说|假如|假设|假使|若是|(?<![\d一二两三四五六七八九十百千几])万一|比如|例如|比方|举例|譬如|\bif\b(?! (?:(?:at all |it's |it is )?possible|you can|need(?:ed)?\b|necessary|that's ok|(?:we|i|you) can\b))|for example|suppose/i
/** policy says R&D must be 5 % */
const SUPPOSED_ENGLISH =
  /\b(?:polic(?:y|ies)|rules?|regulations?|requirements?|criteria|website|brochure|guidelines?) (?:says?|said|requires?|demands?|is|are|asks? for)\b|\b(?:must|needs? to|has to|have to) (?:be|have) (?:at least|above|over|more than) \d|\bsupposedly\b|\bi (?:heard|read)\b|\bimagine\b|\blet's say we (?:had|have|were)\b/i
const RULE = /要不是|若不是|(?:要求|规定|门槛|条件|标准)(?:是|说|要|写)/
const KIN =
  '爸|妈|爹|娘|哥|弟|姐|妹|叔|伯|舅|姨|姑|侄|爷|奶|外公|外婆|老婆|老公|媳妇|爱人|太太|丈人|岳父|儿子|女儿|闺女|女婿|发小|哥们'
const OTHERS = new RegExp(
  '我?那口子|名下房贷|上家公司|我们?认识的(?:一?[个家])|(?:收购|并购|买)(?:来|下)?的那?[家个](?:厂|公司)|(?<![厂库])房贷|(?:短信|推销|中介|骚扰电话|广告)[^，。；]{0,6}(?:说|给|称|吹)|上一?个公司|(?:老板|股东|法人)个人的?(?:经营)?贷|(?:上过班|打过工|待过|工作过)|(?:法人|老板|股东)(?:他)?个人(?=[是被]|欠|上了|失信|在|有|逾|晚|征信)|楼[上下](?:那|有|的)|[那这]栋楼里|(?<!我们)子公司(?=[是有]高|[是有]小巨|[是有]专精)|(?:法人|老板|股东|我本人|老板娘)(?:个人|自己|他)?(?:有过|名下)|隔壁|同行|竞争对手|对手公司|竞品|友商|(?<![欠给跟替帮])别人|(?<![欠给跟替帮])人家(?!企业|[告诉欠找把起])|别的(?:公司|厂|企业)|别家(?!小贷|[借贷])|另一家(?:公司|厂|企业)|另外一家|别的银行给|其他(?:公司|企业|厂)|他们(?!的?(?:白名单|名单|系统|预审|那个名单))|她们|[他她]家|朋友(?![，,！! ]我)|亲戚|姐夫|妹夫|老丈人|小舅子|表[哥弟姐妹]|堂[哥弟姐妹]|老表|战友|邻居|闺蜜|同学|有人(?=[劝说让叫问建])|你们(?:网站|页面|广告|宣传)|(?:上市|大|大型)公司(?:那种|才|都要)|政府说|国家说|新闻[里上]?说|(?:合作|外聘|兼职)的?[^，。；]{0,4}(?:老师|教授|专家|高校|学校|院士|导师)|同村|同事|老乡(?![，,！! ])|家里|个人名义|个人(?:名下)?(?:有|的)?(?:信用卡|房贷|车贷|征信|贷款|经营性?贷|消费贷|抵押贷)|行业(?:平均|均值|水平)|平均水平|全国平均|私人|对方|甲方|' +
    `^ ?(?:${KIN})(?:在(?!公司|厂|管|帮|这|咱|我|家)|那边|自己?(?:也)?(?:有|开|办))|(?<![和跟与]|[那这]是)我(?:们)?(?:的)?(?:${KIN})(?!管|负责|也在|是法人|是股东|占|一起|两|俩|在公司|帮|都|(?:他|她)?(?:可以|能|愿意|肯|想|来)?(?:个人|连带|提供|做|给公司|作)*担保|(?:就|也)?[说讲](?:他|她)?(?:可以|能|愿意|肯)(?:个人)?)|` +
    '(?:以前|之前|原来|上一?|原先)(?:的)?(?:那|这|上班|工作|打工|待)[^，。；]{0,4}(?:公司|厂|家|单位|企业)|以前(?:待|上班|打工|工作)|(?:以前|之前|原来|上一个)的(?:公司|厂|单位|企业)|上一家|老东家|老公司(?=去年|前年|那边|还有|一年)|是(?:集团|母公司|总公司|别人|人家|老板个人|关联公司)的|同类(?:公司|企业|产品)|(?:一般|大多数|多数|很多)(?:公司|企业)|前(?:公司|东家|单位)|合作的?那家|那家(?:公司|厂|企业)|行业龙头(?!企业?认定)|龙头企业一|巨头|[王李张刘陈杨赵黄周吴]总(?:那|家|的|贷|公司|去年)|' +
    "competitor|neighbou?r|their company|friend|\\bmy (?:wife|husband|brother|sister|cousin|uncle|aunt|father|mother|dad|mum|mom|son|daughter|former|old|previous|last)\\b|'s (?:company|factory|firm|business|plant)\\b|used to (?:work|run|be at)|previous (?:company|firm|employer)|former (?:company|firm|employer)|(?:our|my|the) (?:old|other) (?:company|firm)|another (?:company|firm)|(?:the|that) park only|they told me|only takes (?:firms|companies)|industry leader|other (?:companies|firms)",
  'i',
)
/** 楼上有家高企, 园区里有个做泵的企业: not 我们在园区里有家公司. */
const SOME_FIRM =
  /(?<!我们?[^，。]{0,2}|在[^，。]{0,6})(?:楼[上下里]|[园镇村县市区街]里?|园区|附近|旁边|对[门面]|这边|那边)也?有(?:好?[几两一])?[家个](?:[^，。]{0,6}(?:公司|企业|厂子?)|高企|小巨人|专精特新|大厂|做[^，。]{1,6}的)/
/** 他去年卖了三个亿，跟我们没关系: what was told before was not of us. */
const NOT_OF_US =
  /^ ?(?:但|可|不过|这|那|都|也|就|其实|当然|反正)*(?:(?:跟|和|与|同)(?:我们?|咱们?|本公司|我司)(?:公司|家|厂)?(?:可|是|都|也)*[没无](?:得|啥|什么|有|半毛钱)*(?:关系|相干|关联|瓜葛)|[不没]关(?:我们?|咱们?)(?:公司)?的?事|(?:不是|可不是)(?:说|讲|指)?(?:我们?|咱们?)(?:公司|家|厂)?的?(?=[，。,;；！!]|$))/
/** 想收购隔壁那家公司 is our own wish. */
const OBJECT_OF_OURS =
  /(?:收购|并购|买下|入股)[^，。；]{0,12}|(?<=我们|我司|咱们?)(?:去)?(?:告|起诉)(?:了)?(?:别人|人家|对方)/g
const SAID_OF_US = /(?:别人|人家|大家|同行|朋友)(?:都|也|们)?(?:说|夸|觉得|认为|知道)(?=我们|咱)/g
/** 我爸 08 年办的厂，我接的班: a firm that was taken over is ours. */
const FOUNDED_BY_KIN = new RegExp(
  `我(?:们)?(?:的)?(?:${KIN})[^，。；;]{0,10}(?:办|开|创|建|搞|做|弄)(?:起来|立|办)?的?(?:这个|这家|个)?(?:厂|公司|企业|店|作坊)?`,
  'g',
)
const TAKEN_OVER = /接手|接班|接的班|接过|接管|交给我|传给我|我来?管|我接|归我|轮到我|我在管|我负责/
const SAID_OF_US_ENGLISH =
  /\bmy (?:wife|husband|brother|sister|father|mother|dad|mum|mom|son|daughter|cousin|uncle) (?:and (?:i|me)\b|(?:also |just )?(?:says?|said|thinks?|told me|tells me|reminds? me|reminded me|corrects? me|corrected me)\b|(?:set up|founded|started|built|opened|established) (?:the|this|our)\b)|\b(?:i|me) and my (?:wife|husband|brother|sister|father|mother|dad|son|daughter|cousin)\b/g
const OTHERS_AT_START =
  /^(?:我们|我|的|有|大|主要|多数|一?[个家]|那|这|老)*(?:客户|供应商|下游|上游|集团(?=是|有|那边|拿|获|评)|(?:集团)?母公司(?!单体|口径|报表|本部|层面)|集团总?公司|(?:总公司|总部|集团)(?=[^，。；\d]{0,6}[\d一二两三四五六七八九十几百千上]{1,6}[多来几]?(?:号|个)?(?:人|员工))|合作方|合作伙伴|股东)(?!欠(?!了?(?:银行|[工农中建交招]行|信用社|别人|人家|外面|外头|高利))|签|订单|打款|起诉|告|把我们)|^ ?(?:but |and )?(?:the |our )?(?:(?:whole|entire) )?(?:parent(?: company)?|holding company|group(?: company| as a whole)?(?= (?:has|had|employs|is|made|makes|owns|does|did|owes|company))|mother company|headquarters|sister company|shareholders?)\b|^(?:our )?(?:customers?|clients?|suppliers?|partners?)\b/i
const PAST =
  /前几年|最好的(?:时候|时期|那年|一年)|巅峰|早几年|早些年|头几年|疫情[之以]?前|那时候|那会儿|那阵子|那几年|刚起步(?:的时候|那|时)|起步的时候|刚开始(?:的时候|那|时)|高峰(?:期|的?时候)|[三四五六七八九十3-9]年前(?!成立|注册|创|开|办)|当初|曾经|used to|back (?:in|then)|at (?:our|the|its) peak|years ago/i
const OURS =
  /我们|公司(?=可|倒|没|无|本身|名下|自己)|现在这[家个]|这家(?=是|公司|去年|呢|在|\d)|咱|本公司|我司|我公司|我这|我(?=[就才只也做搞办要想需没哪最])|自己|\b(?:we|our|ours|us|my|this one|this company|this firm|this subsidiary)\b/i
const WISH =
  /想|要|需|希望|考虑|打算|准备|计划|用于|用来|拿来|用途|为了|主要是|申请|借|贷|融|缺|周转|want|need|look(?:ing)? for|borrow|to buy|to fund|use it|used? (?:for|to)|for /i
const CLAUSES_MAX = 400

/** Whether a comma at this place stands inside a number: 1,200. */
const insideNumber = (text: string, at: number): boolean =>
  text[at] === ',' && /\d/.test(text[at - 1] ?? '') && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))

/** A full stop ends an English sentence only before a blank or the end: not in 3.5 or Co., Ltd. */
const isFullStop = (text: string, at: number): boolean =>
  text[at] === '.' &&
  /[a-z0-9)]/i.test(text[at - 1] ?? '') &&
  /^(?:\s|$)/.test(text.slice(at + 1, at + 2)) &&
  !/\b(?:co|ltd|inc|corp|incl|excl|approx|mr|mrs|ms|dr|prof|vs|e\.g|i\.e|est|resp|ca)$/i.test(
    text.slice(Math.max(0, at - 7), at),
  )

/** All clauses, left to right, without gaps; past CLAUSES_MAX the rest is one clause. */
export function clausesOf(text: string): readonly Clause[] {
  const clauses: Clause[] = []
  let start = 0
  let sentence = 0
  let others = false
  let rule = false
  const isTakenOver = TAKEN_OVER.test(text)
  for (let at = 0; at <= text.length; at += 1) {
    const isLast = at === text.length
    const char = text[at] ?? ''
    const ends = SENTENCE_END.test(char) || isFullStop(text, at)
    const parts = (CLAUSE_END.test(char) && !insideNumber(text, at)) || isBlankBreak(text, at)
    if (!isLast && !ends && !parts) continue
    if (!isLast && clauses.length >= CLAUSES_MAX) continue
    // the closing mark belongs to its clause, so that a question knows its own sign
    const piece = text.slice(start, at + 1)
    const clause = judge(piece, [start, Math.min(at + 1, text.length)], sentence, others, isTakenOver)
    // 网上写的门槛是营收两千万，研发占 5%: a rule goes on to the end of its sentence, unless we are named
    const isRule: boolean = RULE.test(piece) || (rule && !clause.ours && !/实际|结果|其实/.test(piece))
    const last = clauses.at(-1)
    const aims =
      last?.sentence === sentence && (last.aims || AIM.test(text.slice(last.start, last.end))) && !NOT_AIMED.test(piece)
    clauses.push({ ...clause, aims, supposed: clause.supposed || (isRule && clause.ours === false) })
    if (NOT_OF_US.test(piece)) disown(clauses)
    rule = isRule && !ends
    others = clause.others && !ends
    if (ends) sentence += 1
    start = at + 1
  }
  return clauses
}

/** What the last sentence tells was told of others. */
function disown(clauses: Clause[]): void {
  const sentence = clauses.at(-1)?.sentence
  for (let i = clauses.length - 2; clauses[i]?.sentence === sentence && i >= 0; i -= 1) {
    const clause = clauses[i]
    if (!clause || clause.ours) return
    clauses[i] = { ...clause, others: true }
  }
}

function judge(
  piece: string,
  [start, end]: readonly [number, number],
  sentence: number,
  othersBefore: boolean,
  isTakenOver: boolean,
): Clause {
  // 别人都说我们是行业前三 is said of us
  const plain = piece.replace(SAID_OF_US, '').replace(SAID_OF_US_ENGLISH, '').replace(OBJECT_OF_OURS, '')
  const named = OTHERS.test(isTakenOver ? plain.replace(FOUNDED_BY_KIN, '') : plain) || SOME_FIRM.test(piece)
  return {
    start,
    end,
    sentence,
    question: QUESTION.test(piece.replace(/[，。、；\s,;.！!]{1,8}$/, '')),
    plan: PLAN.test(piece),
    supposed: SUPPOSED.test(piece) || SUPPOSED_ENGLISH.test(piece),
    others: named || (othersBefore && !OURS.test(piece)),
    customers: OTHERS_AT_START.test(piece),
    past: PAST.test(piece),
    aims: false,
    wish: WISH.test(piece),
    ours: OURS.test(piece),
  }
}

/** An aim that is some years off; what follows in its sentence is aimed at too, unless it speaks of now. */
const AIM = /(?:目标|计划|打算|争取|力争|希望)[^，。；]{0,8}(?:年内|年后|年之内|明年|后年|到20[2-4]\d年?|未来)/
const NOT_AIMED = /是|\d年|现在|目前|如今|去年|前年|今年|实际|已经|想|要|需|贷|借|我们|咱|公司|有/

const PLANS = new RegExp(PLAN.source, 'gi')

/** Where the last word of planning begins in a piece of text. */
export function lastPlanWord(piece: string): number | undefined {
  let last: number | undefined
  for (const match of piece.matchAll(PLANS)) last = match.index
  return last
}

/** Whether a clause tells something of the speaker's own company as it is: no question, no supposition, nothing of others. */
export const isTold = (clause: Clause | undefined): clause is Clause =>
  clause !== undefined && !clause.question && !clause.supposed && !clause.others

/** The index of the clause that holds a place. */
export function clauseAt(clauses: readonly Clause[], place: number): number {
  let [low, high] = [0, clauses.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((clauses[middle]?.end ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}
