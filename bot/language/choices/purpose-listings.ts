// What money is wanted for, told as nouns in a list: 发工资、备料，剩下的买台设备; money goes to hiring and R&D.
import type { Listing } from './listed-options.ts'

/** Right behind the word for the money, and anywhere in a sentence that speaks of money. */
export const PURPOSES: readonly Listing[] = [
  {
    fact: 'purpose',
    cue: /(?:拿|用)钱|(?:钱|资金|贷款|借款|款子)[^，。]{0,4}(?:用途[：:是]|用来|用于|用在|用到|拿来|拿去|主要是|主要用|(?:主要|都|全)?花在|是为了|想用)|用途(?:主要)?(?:是|就是|[:：])|\b(?:money|cash|loan|funds?) (?:is|will be|would be|goes|will go|would go|is going) (?:used |meant |mostly |mainly |all |partly |needed )*(?:for|to|into)|use (?:it|the money) (?:for|to)|use of (?:funds|money|proceeds)|[、和跟加](?:买|采购)?(?:研发|设备|备[料货]|流动资金|招人|扩产|周转)(?:都|全)(?:要|缺|差|想)/,
    unless: /花了|投了|已经|去年|前年|不能|不会|不是|spent|客户/,
    items: [
      [
        'working-capital',
        /工资|薪水|流动资金|周转|日常(?:开[销支]|运营|经营)|房租|水电|社保|wages|salar(?:y|ies)|payroll|\brent\b/g,
      ],
      ['orders', /(?<!还|欠)货款|料款|原料|原材料|备货|备料|进货|供应商|suppliers?|materials|inventory|stock\b/g],
      [
        'equipment',
        /(?<=^|[:：、和跟])(?:设备|机器)(?=$|[、，。和跟；;])|(?:买|购|添|换|上|更新|购置|采购|进)[^，。]{0,6}(?:设备|机器|机床|产线|生产线|流水线)|machines?\b|equipment|production line/g,
      ],
      [
        'expansion',
        /扩产|扩建|扩大(?:生产|产能|规模)|(?:建|盖|新|扩)(?:个|一个|一座|座|新)?(?:厂|车间)|expan(?:d|sion)|new (?:factory|plant|workshop)/g,
      ],
      [
        'rd',
        /(?<=用途[^，。]{0,6})研发投入|(?:搞|做|投)?研发(?!费|投入|人员|人数|团队|中心|部|机构|生产|和生产|和管理|占|的)|(?<=花在|用在|用于|[:：、])研发(?=$|[、，。和跟；;上])|(?:开发|做)新产?品|next product|new product|\b(?:for|and|or|to|into) r&d\b(?! (?:team|staff|people|cost))|\bresearch\b/g,
      ],
      ['hiring', /招(?:人|聘|几个|一批|[^，。]{0,6}(?:工程师|博士|研发))|引进人才|hir(?:e|ing)|recruit/g],
    ],
  },
  {
    fact: 'purpose',
    wide: true,
    cue: /借|贷|融资|资金|周转|钱|款|缺|差|[万亿元]|borrow|loan|money|fund|million|\byuan\b|rmb|\bowe\b|\d ?m\b|refinanc|replac/,
    unless:
      /花了|投了|已经|去年|前年|明年|上个?月|不能|不会|不是|买过|买了|招了|spent|bought|客户|bought|last year|[备器床]要|太贵|价格|报价|\d年(?:建|盖)|(?:建|盖|扩)(?:的|于|了|好了|完)/,
    items: [
      [
        'equipment',
        /(?:想|要|再|去)(?:搞|弄|添|置|来)(?:一|两|几|三|\d)?台|(?:买|购|添|换|上|更新|购置|采购|进(?!口)|置办)(?:点|些|批|新|一|两|几|台|条|套|个)*[^，。]{0,5}(?:设备|机器|机床|产线|生产线|流水线|仪器|机组)|\b(?:buy|buying|purchas(?:e|ing)|upgrad(?:e|ing)|pay(?:ing)? for|install(?:ing)?|add(?:ing)?|order(?:ing)?|new|second|another|lease|leasing|for the) (?:[a-z0-9-]+ ){0,4}?(?:machines?|machinery|equipment|servers?|lathes?|press(?:es)?|ovens?|furnaces?|robots?|testers?|printers?|instruments?|spectrometers?|microscopes?|gpus|presses|(?<!pilot |product |supply |credit |assembly-)lines?)\b/g,
      ],
      [
        'expansion',
        /扩产|扩建|扩大(?:生产|产能|规模)|扩(?:个|一下|一条|条|几条|两条)?(?:厂|车间|产线|生产线)|(?:建|盖|起)(?:个|一个|一座|座|新|二期)*(?:厂房?|车间|仓库|基地|大楼)|新(?:建|盖)|expan(?:d|sion|ding)|(?:build|open)[^,.]{0,16}(?:factory|plant|workshop|site|hall)/g,
      ],
      [
        'hiring',
        /招(?:人|聘|兵|点|些|批|一批|几|两|三|[\d一二两三四五六七八九十]+)[^，。]{0,4}(?:人|博士|硕士|工程师|研发|技术|工人|师傅|销售|员|$|[，。])|引进(?:人才|博士|团队)|hir(?:e|ing)|recruit(?:ing)?/g,
      ],
      [
        'orders',
        /(?:买|采购|购|进|备|囤)(?:点|些|批|一批|一?下)*[^，。]{0,4}(?:原料|材料|原材料|钢材|元器件|料(?=$|[，。])|货款|货(?=$|[，。]))|备货|备料|\b(?:buy|buying|purchas(?:e|ing)|stock up on|pay(?:ing)? (?:for )?|money for|cash for|needed for|is for|are for|loan for|million for|yuan for|rmb for|\dm for|\dk for)[^,.]{0,14}(?:materials|inventory|stock|suppliers|components|parts|chips|steel)\b|\b(?:steel|material|component|copper|aluminium|resin) purchas(?:es|ing)\b/g,
      ],
      [
        'working-capital',
        /发工资|付工资|发(?:年终奖|薪水)|交房租|付(?:水电|房租)|周转(?:一下|用|资金)?(?!天数|率|次|箱|筐)|pay (?:wages|salaries|rent)|payroll|working capital|cash ?flow/g,
      ],
      [
        'refinancing',
        /(?:还|置换|换掉|替换)[^，。]{0,6}(?:老|旧|高息|高利|别家|到期)[^，。]{0,4}(?:贷款|借款|贷)|借新的?(?:来)?还|贷款[^，。]{0,6}到期(?:了|要)?[，,]?[^，。]{0,4}(?:想|要)续|到期的?[^，。]{0,3}贷款?要?[，,]?想?(?:续|倒)|pay(?:ing)? (?:down|off) (?:the |our |an? )?expensive|refinanc(?:e|ing)|pay off[^,.]{0,14}loans?|\b(?:replace|swap|get rid of|repay)(?:ing)? (?:the |our |an? |that )?(?:[a-z0-9%.-]+ ){0,3}?(?:loans?|debt|lender|one)\b/g,
      ],
    ],
  },
]
