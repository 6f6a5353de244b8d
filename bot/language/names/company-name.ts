// The company's own name in a sentence, found by its legal form at the end. Names of others (给××公司供货) are found too, so
// that the places and trades inside them are not read as facts, but they are not taken as ours.

export interface CompanyFound {
  readonly name: string
  readonly start: number
  readonly end: number
  /** ours; false for a customer's, a bank's, a neighbour's */
  readonly own: boolean
  /** a full legal form (有限公司), not merely 集团 or 厂 */
  readonly legal: boolean
}

const NAME_LENGTH_MAX = 40
const CORE_MIN = 2
const COMPANIES_MAX = 16
const FORM =
  /(?:股份有限公司|有限责任公司|有限公司|股份公司)|(?:集团公司|集团|农民专业合作社|专业合作社|合作社|研究院|研究所|事务所|合伙企业(?:\(有限合伙\))?|公司|厂|中心)/g
const ENGLISH =
  /(?:\(?[A-Z][\w&'.-]{0,30}\)?,? ){1,8}(?:Co\.?,? ?Ltd\.?|Company Limited|Ltd\.?|Limited|Inc\.?|LLC|L\.L\.C\.|Corp(?:oration)?\.?|GmbH)/g
const NAME_CHAR = /[\u4E00-\u9FFFA-Za-z0-9()&·-]/
/** Everything up to the last of these stands before the name. */
const LEAD = /^.*(?:叫做|叫|全称|名称|名字|就是|是|的|来自|代表|我在|为|这里|单位|改成|更名|变更成|写的)/
const LEAD_WORDS =
  /^(?:公司名称|企业名称|公司名(?!下)|我们|我司|我公司|本公司|公司|企业|咱们|你好|您好|嗨|这边|目前|现在)+/
/** 名下有厂, 没有厂: a verb before the form names nothing. */
const VERB_LAST = /[有没租建买开办进在的来去到回]$/
/** Words that describe a company instead of naming it. */
const GENERIC =
  /^(?:一家|这家|那家|某家?|我们|本|贵|别的?|其他|隔壁|子|母|分|总|上市|小|大|外|国有|民营|私营|高新|新|老|初创|外地|同类|自己|担保|保险|租赁|贸易|科技型?|软件|互联网|研发|技术|数据|服务|国家|省级|市级|工程技术?|工程研究|企业技术|有限责任)*$/
/** 芯片设计公司 says what a company does, not what it is called. */
const TRADE =
  /^(?:做|搞|芯片|集成电路|半导体|光电子?|光通信|激光|软件|硬件|嵌入式|人工智能|AI|智能|机器人|无人机|自动化|机械|设备|装备|模具|五金|零部件|配件|汽车|汽配|新能源|光伏|锂电池?|电池|储能|材料|新材料|化工|生物|医药|制药|医疗|器械|环保|节能|检测|测试|仪器|仪表|传感器|通信|物联网|大数据|云计算|互联网|电商|外贸|进出口|食品|农业|种业|纺织|服装|家具|建材|物流|咨询|设计|研发|开发|制造|生产|加工|代工|销售|服务|技术|高科技|SaaS|型|类|的|和)+$/i
const OTHERS =
  /(?:给|跟|和|与|向|为|找|问|被|客户|供应商|下游|上游|股东|母公司|隔壁|同行|对手|朋友|担保|起诉|签|中标)[^，。；,;]{0,6}$/
const OWN_CUE = /(?:叫做?|名称|全称|名字|公司名(?!下)|单位)[是为:：]?\s*$/

/** All company names of a text. `expected` when the name itself was asked for: then a short form will do. */
export function findCompanies(text: string, expected: boolean): readonly CompanyFound[] {
  const found: CompanyFound[] = []
  for (const form of text.matchAll(FORM)) {
    if (found.length >= COMPANIES_MAX) break
    const end = form.index + form[0].length
    if (/^(?:公司|有限|的?子公司)/.test(text.slice(end, end + 3)) || found.some(other => other.end >= end)) continue
    const company = fromForm(text, form.index, end, expected)
    if (company) found.push(company)
  }
  for (const match of text.matchAll(ENGLISH)) {
    const name = match[0].replace(/^(?:We|I|The|Our|At|My)\b (?:are |am )?/, '')
    const start = match.index + match[0].length - name.length
    found.push({ name, start, end: match.index + match[0].length, own: true, legal: true })
  }
  return found
}

function fromForm(text: string, at: number, end: number, expected: boolean): CompanyFound | undefined {
  let from = at
  while (from > 0 && at - from < NAME_LENGTH_MAX && NAME_CHAR.test(text[from - 1] ?? '')) from -= 1
  const lead = LEAD.exec(text.slice(from, at))?.[0] ?? ''
  from += lead.length
  from += LEAD_WORDS.exec(text.slice(from, at))?.[0].length ?? 0
  const toOther = /^[跟给向被帮找]/.test(text.slice(from, at))
  if (toOther) from += 1
  const core = text.slice(from, at)
  const form = text.slice(at, end)
  const legal = /有限|股份/.test(form)
  if (
    core.length < CORE_MIN ||
    GENERIC.test(core) ||
    (!legal && (TRADE.test(core) || VERB_LAST.test(core))) ||
    /^[一二两三四五六七八九十几\d]/.test(core)
  )
    return undefined
  const before = text.slice(Math.max(0, from - 10), from)
  const cued = OWN_CUE.test(before)
  // 研究中心, 技术中心, 汽车厂 are things a sentence speaks of; as a name they need 叫 before them
  if (!legal && !cued && !(expected && lead === '')) return undefined
  return { name: text.slice(from, end), start: from, end, own: cued || !(toOther || OTHERS.test(before)), legal }
}
