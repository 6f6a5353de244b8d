// What is said in the benchmark of the talk: five ordinary messages, and the longest texts a message may hold, of the kinds
// that could take longest to read.
const MESSAGE_MAX = 4_096

export const MESSAGES: readonly string[] = [
  '我们是武汉的光电公司，2018年成立，八十来个人，去年营收三千二百万',
  '想贷1000万，三年，搞研发',
  '3个发明专利，30多个软著，税务A级，没有被执行',
  '研发人员16个，研发费用260万，前年营收2200万',
  'We have 12 patents and revenue of 30 million yuan last year',
]

const REGISTRY_PAGE =
  '企业名称\n武汉恒溪光电有限公司\n法定代表人\n沈国平\n注册资本\n1200万人民币\n实缴资本\n300万人民币\n成立日期\n2018-05-20\n所属行业\n仪器仪表制造业\n参保人数\n41\n注册地址\n湖北省武汉市洪山区珞喻路958号\n经营范围\n'
const SCOPE = '一般项目：软件开发；光伏设备销售；医疗器械研发；技术服务、技术咨询；货物进出口；'

const filled = (start: string, part: string): string =>
  start + part.repeat(Math.ceil(MESSAGE_MAX / part.length)).slice(0, MESSAGE_MAX - start.length)

/** By name: a text as long as a message may be. */
export const LONGEST: Readonly<Record<string, string>> = {
  '一 × 4,096': filled('', '一'),
  '1, × 2,048': filled('', '1,'),
  '三万 × 2,048': filled('', '三万'),
  '1 × 4,096': filled('', '1'),
  'a registry page with a long scope of business': filled(REGISTRY_PAGE, SCOPE),
  'ordinary messages one after the other': filled('', `${MESSAGES.join('，')}，`),
}
