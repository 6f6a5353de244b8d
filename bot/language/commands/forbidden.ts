// Wishes that no honest service grants: sure approval, faked records, washed credit, inside channels, speculation, lending
// on. They are named so that the bot can decline and point to the honest way; a denial (我们不炒房) is no wish.

export const FORBIDDEN_WISHES = [
  'guaranteed-approval',
  'fake-records',
  'credit-washing',
  'inside-channel',
  'speculation',
  'on-lending',
] as const
export type ForbiddenWish = (typeof FORBIDDEN_WISHES)[number]

const WISHES: readonly (readonly [RegExp, ForbiddenWish])[] = [
  [
    /包过|包批|包下款|保证(?:能|可以)?(?:批|过|下款|通过|贷到)|百分百(?:能)?(?:批|过|下款)|必过|稳过|一定要?能?批下来|guarantee(?:d)? (?:approval|pass|the loan)/,
    'guaranteed-approval',
  ],
  [
    /(?:刷|做|造|补|包装|买)(?:点|一?些|一?下|假)?(?:银行)?流水|假(?:合同|流水|报表|发票|订单|材料|账)|(?:包装|美化|伪造|修饰)(?:一?下|点)?(?:报表|材料|资料|财报|账目|数据)|(?:做|改)(?:一?下|点)?(?:报表|财报)(?:数据)?好看|做两套账|虚开|虚增|虚报|造假|代开发票|fake (?:invoices?|contracts?|statements?|records?|numbers)|inflate (?:our |the )?(?:revenue|numbers)/,
    'fake-records',
  ],
  [
    /洗(?:白)?(?:一下)?征信|征信(?:洗白|修复|消除|铲单)|(?:消|删|抹|铲|清)(?:除|掉|了)?(?:一?下|我的|我们的)?(?:不良|逾期|征信|失信|处罚)(?:的)?记录|征信记录?(?:能|可以)?(?:消|删|抹)|洗白|clean (?:up )?(?:our |my |the )?credit (?:report|record|history)|(?:remove|erase|delete) .{0,20}credit (?:record|history)/,
    'credit-washing',
  ],
  [
    /内部(?:渠道|关系|名额|通道)|走后门|[找托]关系|有没有关系(?:可)?|打点(?:一?下)?(?:关系|银行|行长|经理)|塞(?:点)?钱|回扣|insider? (?:channel|connection)|bribe|kickback/,
    'inside-channel',
  ],
  [
    /炒房|炒股|炒币|买股票|买基金|买理财|买(?:套|个)?房(?:子)?(?!产证|产抵)|购房|付首付|还房贷|置换房贷|speculat|buy (?:a |an )?(?:house|flat|apartment|stocks?|shares)|pay off (?:my|the|our) mortgage/,
    'speculation',
  ],
  [
    /转贷|转借|倒贷|放贷(?!款)|借给(?:别人|朋友|其他|亲戚)|贷出来(?:给|借)|帮(?:别人|朋友)贷|过桥资金|lend it on|on-lend/,
    'on-lending',
  ],
]
const DENIED = /(?:不是?|没有?|不会|不能|绝不|从不|禁止|拒绝|并非|防止|never|not|don't|no) ?[^，。,.；;]{0,4}$/
/** 有没有, 能不能 ask and do not deny. */
const ASKED = /有没有|能不能|会不会|可不可以|要不要/g
/** 转贷 in the names of public funds, and questions whether it is allowed, are asked in good faith. */
const GOOD_FAITH = /转贷(?:引导|应急|基金|服务|平台)|(?:算|属于|是)不?是?[^，。]{0,6}(?:违规|违法|转贷吗)/

/** The forbidden wish of a lower-cased text, if it has one. */
export function forbiddenWish(text: string): ForbiddenWish | undefined {
  if (GOOD_FAITH.test(text)) return undefined
  for (const [pattern, wish] of WISHES) {
    const found = pattern.exec(text)
    if (found && !DENIED.test(text.slice(0, found.index).replace(ASKED, ''))) return wish
  }
  return undefined
}
