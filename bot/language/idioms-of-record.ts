// Sayings about the record of the company and who speaks for it: loans paid back, a late payment, fines, what may be looked up,
// who declares the exports, where it works, what the founder studied.
import type { FactValue } from '#engine'
import type { Idiom } from './idiom.ts'
import type { Role } from './roles.ts'

const PRIVATE = /个人|房贷|车贷|信用卡|爱人|老婆|老公|朋友|亲戚|股东/

const says = (
  fact: Role,
  value: FactValue,
  confidence: number,
  pattern: RegExp,
  more: Partial<Pick<Idiom, 'unless' | 'asked'>> = {},
): Idiom => ({ fact, value, confidence, says: pattern, ...more })

const LOANS: readonly Idiom[] = [
  says(
    'firstLoan',
    false,
    0.92,
    /(?:以前|之前|前几年|早年|前些年|原来|曾经|前年|去年|[12]\d年)[^。；]{0,14}(?:贷款|贷过|贷的|贷了)[^。；]{0,14}(?:还清|结清|还完|还掉|还光|还上)|(?:[工农中建交招浦]行|农商行?|邮储|银行|信用社)(?:的|那|贷)[^。；]{0,10}[万亿][^。；]{0,10}(?:还清|结清|还完)了?|贷过[一两几][笔次]/g,
    { unless: new RegExp(`${PRIVATE.source}|没还|未还`) },
  ),
  says(
    'firstLoan',
    true,
    0.92,
    /一分钱?的?(?:银行)?贷款(?:都|也)?没(?:有)?(?:过|碰过|贷过|拿过|沾过)|(?:冇|莫|么)(?:有)?贷过款?|公司(?:从来?|一直|名下|自己)?(?:都|也)?没(?:有)?(?:贷|借)过|没(?:有)?借过(?:任何)?银行的?钱|以前也没(?:有)?贷过/g,
  ),
  says(
    'overdue',
    true,
    0.88,
    /(?:利息|本金|贷款|还款|一笔|有次|有一?[笔次回])[^，。；]{0,10}(?:晚|迟|拖)(?:还|交|付)?了?[\d一两二三四五六七八九十几]+(?:天|个?多?月|周|个?星期)/g,
    { asked: true, unless: new RegExp(`${PRIVATE.source}|前年|20(?:1\\d|2[0-3])|年前|账期|客户|回款|货款`) },
  ),
  says('overdue', true, 0.97, /没(?:有)?逾期[^。；]{0,4}(?:哦|啊|不对|等等|噢|其实)[^。；]{0,8}有(?:过)?一[次回笔]/g),
  says(
    'overdue',
    false,
    0.95,
    /(?:从来?没|一直没|从没|从未)(?:有)?(?:断过|拖过|逾过期?|晚过|欠过)|没逾过期|逾期(?:倒|也)?一[次回笔](?:都|也)?没|近[两二]年(?:也|都)?(?:是)?(?:正常|按时|好好)|这[两二]年(?:也|都)?(?:好好|正常|按时)/g,
    { unless: /客户|工资|货款/ },
  ),
  says(
    'penalty',
    true,
    0.9,
    /(?:环保|消防|税务|市监|安监|应急|质监|海关)(?:局|所|大队)?[^，。；没]{0,6}(?:开|下|出)(?:过|了)?(?:一?[张份])?(?:行政)?处罚决定/g,
    { unless: /去年|前年|没/ },
  ),
  says('prohibited', false, 0.93, /(?:不属于|不在|不是|不涉及|没在)[^，。；]{0,6}(?:淘汰|限制|禁止)[^，。；]{0,4}/g),
  says(
    'accident',
    false,
    0.93,
    /没(?:有)?(?:出|发生)过?(?:什么|啥|任何)?(?:大|重大|安全|质量|环保|生产)+事故|(?:重大|安全|大)事故(?:也|都|从来?|更)?没(?:有)?(?:出|发生)?过?/g,
  ),
  says('taxDirect', false, 0.96, /虚开[^。；]{0,12}没(?:有)?|没(?:有)?虚开/g, { asked: true }),
]

const CUSTOMS = '海关(?:的?数据|的|那[边个块])?'
const OTHER = '(?:社保|水电|用电|电费)(?:社保|水电)?(?:的?数据|的|那[边个块])?'
const YES = '(?:[^，。；不别算海水社]{0,6})(?:可以|没问题|愿意|能授权|随便查|同意)'
const NO = '(?:[^，。；海水社]{0,6}?)(?:就?算了|不(?:太)?(?:想|愿|肯|授权|给|行|方便|同意)|别想|免谈)'

const PAPERS: readonly Idiom[] = [
  says('customsData', true, 0.94, new RegExp(`${CUSTOMS}${YES}`, 'g')),
  says('customsData', false, 0.96, new RegExp(`${CUSTOMS}${NO}`, 'g')),
  says('otherData', true, 0.94, new RegExp(`${OTHER}${YES}`, 'g')),
  says('otherData', false, 0.96, new RegExp(`${OTHER}${NO}`, 'g')),
  says(
    'exporter',
    true,
    0.9,
    /自己(?:的?名字|公司|名义)?报关|报关(?:都)?(?:是|用)(?:我们)?自[己家](?:的?名)|出口(?:也)?(?:是)?(?:有的|占|多(?=$|[，。 ])|为主|带)|(?:一年|近一年|去年)(?:的)?出口(?:了|额)?(?:大概|约|大约|差不多|有|是)?[\d一二两三四五六七八九十百千]/g,
    { unless: /没|不报关|不做|不自己|不是|外贸公司|代理|别人|同行|他们/ },
  ),
  says(
    'exporter',
    false,
    0.96,
    /(?:走|卖给|通过)[^，。；]{0,6}外贸公司[^。；]{0,14}(?:报关|买断)|报关单?(?:上)?(?:不是|没有?)(?:我们|咱|公司)|算(?:是)?没(?:有)?出口|出口(?:我们|公司|自己|都)+不做/g,
  ),
  says(
    'site',
    true,
    0.86,
    /(?:厂房|土地|车间|办公楼)(?:和|跟|、)?(?:土地|厂房|办公楼)?(?:也|都|全)*(?:是|归)(?:我们)?(?:公司|自[己家])(?:自己|名下)?的|(?:自[己家]|自己租|租)的?(?:一?[个层间栋套])?(?:厂房|写字楼|办公室|标准厂房|车间)(?=$|[，。；,; ]|自)|办公(?:室)?租的|一年租金/g,
    { unless: /不是|虚拟|挂靠|没|抵押给|别人|租金涨/ },
  ),
  says(
    'site',
    false,
    0.95,
    /(?:没|无)(?:有)?固定的?(?:办公室|办公|场地|场所|经营)|挂(?:靠)?在[^，。；]{0,8}(?:集群|虚拟|孵化器|商务秘书)/g,
  ),
  says(
    'applicant',
    'legal-representative',
    0.9,
    /(?:^|[，, ])我(?:就)?(?:是)?(?:公司的?)?法人(?:代表)?(?=$|[，。；,; ])|(?:^|[，, ])公司的法人(?=[，, ])/g,
  ),
  says(
    'applicant',
    'authorised-agent',
    0.9,
    /我(?:是)?(?:来)?经办(?:人|的)|授权(?:经办|代办|来办|办理)|受(?:公司|老板)?委托|(?:财务|会计|出纳)[^。；]{0,6}(?:老板|法人)(?:让|叫|委托|授权)|[替代](?:老板|公司)(?:填|办|来问)/g,
  ),
]

const NOT_KIN = '[^，。；团队员工们有招老娘爸妈哥弟姐妹儿女娃妻友伙]'
const FOUNDERS: readonly Idiom[] = (
  [
    ['doctor', '博士(?!后在|生?导师|论文)'],
    ['master', '(?:硕士|研究生)(?!生?导师)'],
    ['bachelor', '本科'],
  ] as const
).map(([value, degree]) =>
  says(
    'founderDegree',
    value,
    0.9,
    new RegExp(
      `(?:(?:^|[，。 ])我(?:自己|本人)|(?:^|[，。 ])本人|(?:^|[，。 ])(?:老板|老总|[一-龥]总|创始人|董事长)(?:自己|本人)?|(?:^|[，。 ])我(?=是|从|在|去))(?:就)?是?${NOT_KIN}{0,10}${degree}(?![\\d一二两三四五六七八九十几]|以上|占|都|们|团队|在读|学历的|[和、跟])`,
      'g',
    ),
    { unless: /合作|顾问|兼职|外聘|还没毕业|在读|想|打算/ },
  ),
)

const DEGREES: readonly Idiom[] = [
  ...FOUNDERS,
  says('founderDegree', 'doctor', 0.9, /博士[^。；]{0,6}(?:一个)?(?:就是我|是我(?!们)|我(?:自己)?也算)/g),
  says(
    'founderDegree',
    'doctor',
    0.88,
    /(?:我|回来|回国|海归)[^。；]{0,16}(?:读的博士|博士后)|(?:回国|回来|海归|留学)的?[，, ](?:是)?博士(?=[，,])/g,
    {
      unless: /团队|员工|招|合作|儿|女|同学/,
    },
  ),
  says('founderDegree', 'other', 0.88, /(?:^|[，。 ])我(?:自己|本人)?就(?:是)?(?:个)?(?:大专|高中|初中|中专)/g),
  says('founderDegree', 'bachelor', 0.9, /学历(?:就是|只是|是|：|:)本科/g),
]

const STAGES: readonly Idiom[] = [
  says('pilotStage', 'pilot', 0.85, /(?:还|正|现在)?(?:在做|处于|在搞|还在)中试/g, { unless: /想|要|准备|打算/ }),
  says('pilotStage', 'sample', 0.85, /样机[^，。；没]{0,4}(?:给|在)客户[^，。；没]{0,4}(?:试|用|测)/g),
  says(
    'highTech',
    false,
    0.95,
    /高企[^。；]{0,10}(?:申报|公示|材料|评审)[^。；]{0,12}(?:没拿到?证|没下证|证(?:还)?没下|还没批|没批下来)/g,
  ),
]

export const IDIOMS_OF_RECORD: readonly Idiom[] = [...LOANS, ...PAPERS, ...DEGREES, ...STAGES]
