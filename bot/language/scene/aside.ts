// Values in an answer that stand beside what was asked, and are not it: 还有 2 个在读的没算, 我 98 年就下海了, 每个月还 5 万 to the question
// what is still owed. They hold for answers to one question only; elsewhere the noun of a value says what it is.
import type { FactDefinition } from '#engine'
import type { Role } from '../roles.ts'
import type { Mention } from '../values/mention.ts'
import { roleOf, type Scene } from './scene.ts'
import { isOfSomethingElse } from './something-else.ts'

const REACH = 14
/** 还有 2 个在读的没算; not to be counted, as the owner says. */
const NOT_COUNTED_AFTER =
  /^(?![^，。；]{0,4}零头)[^，。；,;\d ]{0,7}(?:没算|不算|没包括|不包括|没包含|不包含|不含(?!税)|没计|不计|另算|没列|没统计)(?!错|多|少|清)/
const NOT_COUNTED_BEFORE =
  /(?:没算|不算|不含(?!税)|不包括|没包括|除了|除去|去掉|抛开|刨去)(?!.*[就是共有还])[^，。；,;\d ]{0,4}$/

/** 我干了二十年，公司才三年 */
const OWNERS_YEARS =
  /(?:我|老板|师傅|我爸|老爷子)(?:自己|个人|本人)?(?:都|已经)?(?:干|做|搞)(?:这[行个块])?了?(?:有|快|大概)?$/

/** 谈了 500 万还没到 */
const NOT_COME = /^[^，。；\d]{0,2}[，, ]?(?:还|都|但|钱)*没(?:有)?(?:到|打|进|投)/

interface Words {
  /** the words before the value up to it */
  readonly before?: RegExp
  /** the words behind it */
  readonly after?: RegExp
}

const THIS_YEAR: Words = { before: /今年[^，。；\d]{0,6}$/ }
const RIGHTS: Words = {
  before:
    /(?:(?:又|再|还|刚|新|今年|另外)(?:有)?(?:递|报|交|提交|申请|提)了?|(?:申请|受理|在审|提交)(?:的|中的?)?(?:还?有)?)$/,
}

/** Money of the owners, of long ago, or not come yet. */
const EQUITY: Words = {
  after: NOT_COME,
  before:
    /(?:[四五六七八九十]|\d{1,2})年前[^，。；\d]{0,4}$|谈了$|(?:股东|老板|我们?|夫妻)(?:们|自己|个人)*(?:增资|出资|投|借款|借给?|垫)[^，。；\d]{0,3}$/,
}

/** By what is asked: what a value of the same kind may be told for instead. */
const ASIDE: Readonly<Partial<Record<Role, Words>>> = {
  founded: {
    before: /(?:接手|接班|收购|入股|下海|入行|毕业|打工|辞职|个体户?|作坊|摆摊|结婚|退伍|来深圳?)[^，。；\d]{0,4}$/,
    after:
      /^(?:年|年底|年初)?(?:就|才|我|开始|[，, ])*(?:下海|入行|毕业|打工|辞职|退伍|当兵|结婚|出来(?!单干|自己)|进厂|跑业务|学徒|做这行|干这行)/,
  },
  age: { before: OWNERS_YEARS },
  growth: { before: /(?:利润|毛利|净利|订单|用户|客户|产量|人数|工资|成本|出口)[^，。；\d]{0,4}$/ },
  taxRelief: { before: /加计(?:扣除)?(?:的|了|额|基数|是|报)*$/ },
  amount: { before: /(?:自己|自有|自筹)[^，。；\d]{0,3}$|总投资[^，。；\d]{0,3}$/ },
  receivables: { before: /(?:每个?月|一个月)[^，。；\d]{0,5}$/ },
  graduates: { before: /(?:去年|前年)[^，。；\d]{0,4}$/ },
  headcount: { before: /(?:再|还|要|准备|打算|计划|想)(?:再)?招(?:聘)?$/ },
  lawsuits: { after: /^[^.，。]{0,2}(?:was|were|is|are|got) (?:already )?(?:settled|closed|dismissed|withdrawn)/ },
  taxPaid: { before: /退(?:税|了|回)+[^，。；\d]{0,3}$/ },
  nicheYears: {
    before:
      /(?:老板|师傅|我爸|老爷子)(?:自己|个人)?(?:干|做|搞)(?:这[行个块])?了?$|我(?:自己|个人)?(?:做|干|在)这[行个块][^，。；\d]{0,3}$|(?:公司|厂子?|企业|成立|注册|开业)(?:有|都|已经|成立|注册|开了?|是|快)*$/,
  },
  netProfit: {
    before:
      /(?:老板|师傅|我爸|老爷子)(?:自己|个人)?(?:干|做|搞)(?:这[行个块])?了?$|我(?:自己|个人|本人)?[^，。；\d]{0,3}(?:到手|拿|分到?|落|工资)[^，。；\d]{0,3}$|毛利[^，。；\d]{0,4}$/,
  },
  totalAssets: {
    before:
      /^(?!.*(?:总|一共|加起来|合计|全部))[^，。；\d]{0,4}(?:设备|厂房|机器|存货|库存|账上|现金|车子?)(?:大概|有|值|是|还|就|约)*$/,
  },
  researchCost: {
    before: /^(?!.*研发)[^，。；\d]{0,3}(?:买|购|盖|建)[^，。；\d]{0,6}(?:花|用)了?(?:大概|约|有|差不多)?$/,
  },
  equity: EQUITY,
  equityTwoYears: EQUITY,
  loanBalance: {
    before:
      /(?:月|周|年|底)[^，。；\d]{0,2}(?:要|得|该)还(?:银行)?(?:大概|约)?$|(?:每个?月|一个?月|月月|按月|每季度?|每年|一年|月供|利息)[^，。；\d]{0,2}(?:还|供|付|交|是)?(?:大概|约|差不多|要)?$/,
    after: /^[^，。；\d]{0,2}(?:一个?月|每个?月|月供)/,
  },
  orders: {
    before: /(?:每个?月|一个月|每年)[^，。；\d]{0,3}$|(?:口头|意向|框架|在谈|快签|没签)[^，。；\d]{0,6}$/,
    after: /^[^，。；\d]{0,5}[，, ]?(?:合同)?(?:还没|没|未)(?:有)?签/,
  },
  standards: {
    before: /(?:团体标准|企业标准|团标|企标|地方标准)(?:有|参与|做|了|是|制定)*$/,
    after: /^[个项]?的?(?:团标|企标|团体标准|企业标准)/,
  },
  projects: { before: /(?:自己|自主|自|内部|公司|我们)立[^，。；\d]{0,6}$|(?:[市区县]级|[市区县]里)[^，。；\d]{0,4}$/ },
  marketShare: { before: /(?:省内?|[市县区]里?|本地|当地|区域|华[东南北中]|[东西]南|浙江|江苏|广东)[^，。；\d]{0,4}$/ },
  applications: THIS_YEAR,
  pctApplications: THIS_YEAR,
  invention: RIGHTS,
  utility: RIGHTS,
  design: RIGHTS,
  software: RIGHTS,
  patents: RIGHTS,
}

/** Whether a value in the answer to one question is told beside the answer. */
export function isAside(scene: Scene, fact: FactDefinition, mention: Mention): boolean {
  const { masked } = scene
  const { start, end } = mention
  const clause = masked.slice(Math.max(0, start - REACH), start)
  const after = masked.slice(end, end + REACH)
  if (NOT_COUNTED_AFTER.test(after) || NOT_COUNTED_BEFORE.test(clause)) return true
  // 满分 30，我们大概 26
  if (fact.unit?.zh === '分' && /满分(?:是|为)?$/.test(clause)) return true
  const role = roleOf(scene, fact)
  const words = role === undefined ? undefined : ASIDE[role]
  if (role !== undefined && fact.type !== 'date' && isOfSomethingElse(scene, mention, role)) return true
  return words?.before?.test(clause) === true || words?.after?.test(after) === true
}
