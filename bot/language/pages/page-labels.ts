// Labels of registry pages, tax summaries and statements that name no fact by themselves: which fact's name to read instead,
// and which only lead to text that must not be read (the scope of business names a hundred trades).

const said = (words: string): readonly string[] => words.split('|')

/** Other names of what a fact is called in talk. */
const SAME: readonly (readonly [name: string, labels: readonly string[]])[] = [
  ['公司名称', said('名称|企业名称|公司名称|单位名称|纳税人名称|名称(全称)|企业全称|公司全称|company name|name')],
  [
    '统一社会信用代码',
    said(
      '统一社会信用代码/注册号|统一社会信用代码|信用代码|纳税人识别号|税号|社会信用代码(纳税人识别号)|纳税人识别号(统一社会信用代码)|uscc',
    ),
  ],
  [
    '注册地址',
    said(
      '住所|住 所|注册地址|企业地址|公司地址|地址|经营场所|主要经营场所|注册地|所属地区|所属区域|所在地区|registered address|address',
    ),
  ],
  ['成立于', said('成立日期|成立时间|注册日期|注册时间|设立日期|date of establishment|established')],
  ['所属行业', said('行业|国标行业|所属行业|行业分类|行业门类|industry')],
  ['参保人数', said('参保人数|社保人数|缴纳社保人数')],
  ['员工人数', said('员工人数|从业人数|从业人员|职工人数|在职员工|在职人数|员工|employees')],
  ['研发人员', said('研发人员|研发人员数|科技人员|科技活动人员|研发人数')],
  ['净利润', said('净利润|五、净利润|四、净利润|净利润(净亏损以“-”号填列)')],
  ['营业收入', said('营业收入|一、营业收入|营业总收入|主营业务收入及其他|全年营业收入|年营业收入|销售收入')],
  ['总资产', said('资产总计|资产总额|总资产|资产合计')],
  ['负债总额', said('负债合计|负债总额|总负债|负债总计')],
  ['净资产', said('所有者权益合计|股东权益合计|所有者权益(或股东权益)合计|净资产|权益合计')],
  ['研发费用', said('研发费用|研究开发费用|研发投入|加计扣除研发费用')],
  ['纳税总额', said('纳税总额|实缴税额|实际缴纳税款|入库税额|已缴税款合计|纳税合计|本年应纳税额合计')],
  ['纳税信用级别', said('纳税信用等级|纳税信用级别|纳税信用评级|纳税人信用等级')],
]

/** What stands behind these is left out. */
const SKIPPED = said(
  '法定代表人|法人|法定代表人姓名|负责人|经营范围|许可项目|一般项目|登记机关|登记状态|经营状态|企业状态|企业类型|公司类型|类型|曾用名|英文名|英文名称|纳税人资质|纳税人类型|营业期限|营业期限自|营业期限至|核准日期|' +
    '发照日期|注册号|工商注册号|组织机构代码|进出口企业代码|官网|网址|邮箱|电子邮箱|企业邮箱|简介|公司简介|股东|股东信息|主要人员|董事|监事|实际控制人|所属期|税款所属期|通信地址|通讯地址|企业规模|人员规模|' +
    '更新时间|数据来源|登记日期|注册资本|实缴资本|注册资金|认缴出资额|营业成本|利润总额|营业利润|管理费用|销售费用|财务费用|税金及附加|所得税费用|流动资产合计|流动负债合计|实收资本|未分配利润|legal representative|registered capital|business scope|status|website|email',
)

/** From a label, without blanks, to the name to read; undefined where its content is left out. */
export const PAGE_LABELS: ReadonlyMap<string, string | undefined> = new Map<string, string | undefined>([
  ...SAME.flatMap(([name, labels]) => labels.map(label => [label.replaceAll(' ', ''), name] as const)),
  ...SKIPPED.map(label => [label.replaceAll(' ', ''), undefined] as const),
])
