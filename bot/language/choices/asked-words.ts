// What only the question makes an option of: 很稳了 to the stage of a company, 图纸 to that of a product, 全款买的机床 to what can be
// pledged. Each word counts where it stands, and not behind a denial or a plan.
import type { Role } from '../roles.ts'

export type Words = readonly (readonly [option: string, words: RegExp])[]

/** One of these holds; where an order is given, the furthest that is told. */
export const ONE_OF: Readonly<Partial<Record<Role, Words>>> = {
  stage: [
    [
      'seed',
      /图纸|筹备|构思|想法|ppt|创意|写方案|(?:产品|样品|东西)(?:都|还|也)*没(?:有|做|出|成型)|刚有个?(?:点子|主意)|\b(?:just an idea|no product|idea)\b/,
    ],
    [
      'startup',
      /刚(?:刚)?(?:起步|开始|成立|创立|创办|开张|注册|开业|上路|有(?:点|了)?(?:收入|客户|订单)|拿到第一[笔个单])|起步(?!早)|才(?:成立|开张?|办|做)(?:了)?(?:半年|一年|几个月|不到|没多久)|第一年|头一年|草创|创业没多久|成立没多久|初创|刚跑通|just (?:getting )?(?:start|launch|open|set up|found)|newly (?:set|founded|established)|early days/,
    ],
    [
      'growth',
      /翻(?:了)?[一两几好]?(?:倍|番)|(?:一直|每年|年年|都)(?:都|在|往上)*(?:涨|增长|增加|翻)|涨得|往上(?:走|涨|升|蹿)|增长(?:很|挺|较|比较|得)*(?:快|猛|迅速)|长得(?:很|挺)?快|上升(?:期|势头)?|成长|高速|稳[定步](?:增长|成长|上升)|蒸蒸日上|growing|growth|doubl/,
    ],
    [
      'expansion',
      /开(?:了|新)?[一二两三几]?(?:家|个)?分(?:公司|厂|店|部)|扩(?:张|产|厂|建|招)|铺(?:开|店|点|全国)|上规模|规模化|做大(?:做强)?|异地|建新厂|壮大|全国布局|expand|scaling|scale up|second plant|new plant/,
    ],
    [
      'mature',
      /稳(?:定(?!增|成|上|步)|了|当|住|扎|(?=[的吧]|$))|老(?:厂|牌|企业|公司)|几十年|成熟|不温不火|吃老本|守着|维持|没(?:啥|什么)(?:大)?(?:增长|变化|起伏)|每年(?:都)?(?:差不多|就那么)|mature|stable|established|steady/,
    ],
  ],
  pilotStage: [
    [
      'concept',
      /图纸|概念|小试|实验室|想法|构思|方案(?:阶段|论证)|论证|原理|仿真|(?:还)?没(?:有)?(?:做出?|出|打)(?:来)?样|摸索|预研|on paper|concept|idea/,
    ],
    [
      'sample',
      /样机|样品|送样|打样|样件|手板|原型|demo|客户(?:那边|那里|方面)?(?:还|正|都)?在?(?:测|试用|试着|验证)|prototype|sample/,
    ],
    ['pilot', /中试|放大(?:试验|实验|生产)|百升|吨级|公斤级|pilot/],
    ['maturing', /小批|试产|爬坡|试生产|良率|熟化|试运行|small batch|ramp|trial run/],
    [
      'none',
      /量产|(?<!小)批量(?:供|出|生产|发|卖|交)|大货|(?:没有?|不|无)(?:涉及|沾|存在|做)?(?:什么|啥)?(?:新产品|这一?说|这个(?:阶段|说法)|样机|中试|这一块|这块)|不涉及|不搞新品|纯?做?(?:软件|服务)(?:的|公司|类)?(?:没|不)|老产品|早就?(?:在)?卖|卖(?:了)?(?:好)?[几多两三四五六七八九十\d]+年|已经(?:在)?(?:卖|销售|上市|交付|商用)|定型|正常(?:生产|出货|供货)|mass production|already selling|on the market|full production|n\/a|not applicable/,
    ],
  ],
  chainRole: [
    [
      'breakthrough',
      /卡脖子|(?:替代?|替掉|替换|取代|顶替|顶掉|干掉|换掉|打破)(?:了|掉)?(?:的是)?(?:了)?(?:进口|国外|德国|日本|美国|瑞士|韩国|外资|外国|老外|洋货)|(?:进口|国外|德国|日本|美国|瑞士|外国)(?:的|货|件|产品)?[^，。]{0,6}(?:被我们|我们)?(?:替代?|替掉|顶掉|换掉|取代)|国内(?:(?:就|只有)(?:我们|咱|我|一家)|独|第一|首|唯一|没有?第二)|独一家|填(?:了|补)[^，。]{0,4}空白|国产化|(?:以前|过去|原来)(?:都|只能|全)*(?:靠|买|用)进口|replac\w* (?:the |an? )?(?:\w+ )?import|import substitut|only one in china|first in china/,
    ],
    [
      'key-link',
      /六基|基础(?:零部件|元器件|材料|工艺|软件|件)|老字号|(?:关键|核心)(?:环节|零部件|部件|基础件|工序|原料|材料)|强基|key (?:component|part|link|material)|core component/,
    ],
    [
      'none',
      /普通|没(?:那么|这么)(?:高大上|高级|厉害|牛)|大路货|一般(?:的)?(?:产品|配件|加工|货|件)|代工|谁(?:家)?都能做|没(?:啥|什么|有)*(?:特别|技术含量|作用|了不起|地位)|都?不(?:是|算|沾边?|搭)|谈不上|通用件|可有可无|常规|就(?:是)?个?(?:小)?(?:加工|配套|贸易|组装)|ordinary|nothing special|commodity|generic|none of/,
    ],
  ],
  digital: [
    [
      'level1',
      /(?<!第)(?:一|1)级|level ?(?:1|one)|\bl1\b|excel|表格|微信|手工|手写|纸(?:质|上|笔)?|本子|记账软件|人工|spreadsheet|paper|whatsapp/,
    ],
    ['level2', /(?<!第)(?:二|2|两)级|level ?(?:2|two)|\bl2\b|erp|金蝶|用友|进销存|管家婆/],
    ['level3', /(?<!第)(?:三|3)级|level ?(?:3|three)|\bl3\b|\bmes\b|全(?:流程|部)(?:都)?(?:上|打通)/],
    ['level4', /(?<!第)(?:四|4)级|level ?(?:4|four)|\bl4\b|黑灯|智能工厂|数据驱动/],
  ],
  acquired: [
    [
      'self-developed',
      /自己|自研|自主|自家|原创|团队|我们(?:[^，。买转]{0,6})(?:写|研|做|开发|申请|搞|弄)|独立|in.?house|\bour own\b|\bourselves\b|\bdeveloped\b|own team|(?<=[一-龥])自申/,
    ],
    ['acquired', /买|受让|转让|收购|购[入得买]|转(?:给|来|过来|到)|bought|purchas|acquired|transferred|assigned/],
    ['both', /都有|两种|各(?:一)?半|一半一半|有买的?也有|一部分|部分|混着|\bboth\b|\bmix|some .* some|half/],
  ],
}

/** Several of these may hold. */
export const SOME_OF: Readonly<Partial<Record<Role, Words>>> = {
  collateral: [
    [
      'property',
      /厂房|房产|房子|(?:办公|写字)楼|楼(?:房|一层)|土地|(?:一|有)?(?:块|亩)地|地皮|门面|商铺|仓库|车间|不动产|propert|factory|building|\bland\b|warehouse|workshop|premises/,
    ],
    [
      'equipment',
      /设备|机器|机床|加工中心|产线|生产线|注塑机|冲床|压机|吊车|车床|磨床|cnc|machin|equipment|production line/,
    ],
    ['ip', /专利|知识产权|软著|著作权|商标|patent|\bip\b|copyright|trademark/],
    ['receivables', /应收|账款|货款没收|外面欠我们|receivable/],
    ['orders', /订单|合同|purchase order|\borders?\b|contract/],
    ['deposit', /存单|存款|保证金|定期|理财|deposit/],
  ],
  purpose: [
    ['orders', /垫(?:付)?(?:料|材料|货|采购)?款|垫钱|垫资|(?:买|进|备)料|拿货|压货/],
    ['pilot', /中试/],
    ['hiring', /招(?:几个|人|两|一批|些|点)|挖(?:人|几个|两个|一个)|引进|\bhir(?:e|ing)\b|recruit/],
    [
      'equipment',
      /(?:装|上|添|换|买|购|进|配)(?:个|套|条|些|点|[一两二三几\d]?台)?[^，。]{0,6}(?:设备|机器|机床|产线|生产线)/,
    ],
    ['other', /装修|展厅|搬(?:家|厂|办公)|买车(?:送货|跑)|参展|打广告|推广|decorat|renovat|marketing|advertis/],
  ],
  kinds: [
    ['loan', /贷款?|授信|bank loan|\bloans?\b/],
    ['equity', /股权|股份|入股|投资人|投资机构|风投|创投|战投|equity|investors?|\bvc\b/],
    ['guarantee', /担保|guarant/],
    ['insurance', /保险|投保|insurance/],
    ['subsidy', /补[贴助]|贴息|奖补|免息|subsid|grant/],
    ['lease', /租赁|回租|直租|分期买设备|leas/],
    ['listing', /上市|挂牌|北交所|科创板|新三板|listing|\bipo\b/],
    ['coaching', /高企(?:辅导|培育)|辅导高企|coaching/],
  ],
  fiveElements: [
    ['science', /科学|scien/],
    ['technology', /技术|techn/],
    ['economy', /经济|econom/],
    ['society', /社会|soci/],
    ['culture', /文化|cultur/],
  ],
  quality: [
    ['award', /质量奖|quality award/],
    ['management-system', /9001|16949|13485|体系|\biso\b|iatf|三标|management system/],
    ['own-brand', /品牌|牌子|自有商标|\bbrand/],
    ['overseas-product', /\bce\b|\bul\b|\bfda\b|\btuv\b|欧盟|美标|日标|国外认证|overseas/],
  ],
  topics: [
    ['high-tech-filing', /高企|高新技?术?企业|high.?tech/],
    [
      'rd-ledger',
      /加计|研发(?:费|投入|支出|台账|辅助账|账)|归集|辅助账|r&d (?:cost|expense|book|ledger|super)|super deduction/,
    ],
    ['financing', /融资|贷款|资金|钱的?(?:事|问题)|缺钱|借钱|额度|利息|financ|loan|funding|money/],
    ['subsidy', /补[贴助]|贴息|奖补|奖励|政策资金|扶持|subsid|grant/],
    ['talent', /人才|招(?:人|工|聘)|引才|职称|talent|recruit/],
    ['patents', /专利|知识产权|软著|商标|patent|\bip\b/],
  ],
}
