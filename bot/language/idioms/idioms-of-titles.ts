// Sayings about titles, premises and past loans: 不是高新, 厂房是租的, 研发中心是市级认定的, 以前贷过款.
import type { Idiom } from './idiom.ts'

const PLATFORM = '(?:研发(?:中心|机构|平台)|技术中心|工程中心|研究院|实验室)(?:也|都)?(?:是|为)?'

export const IDIOMS_OF_TITLES: readonly Idiom[] = [
  {
    says: /在(?:自己|自有|自家)的?(?:厂房|办公楼|厂区|楼)|(?:厂房|办公室|场地|写字楼|车间|办公楼)(?:都|也|全)?(?:是|为)?(?:我们|公司)?(?:自己的|自有的?|买的|租的|租来的|租赁的)/g,
    fact: 'site',
    value: true,
    confidence: 0.85,
    unless: /不是|虚拟|挂靠/,
  },
  {
    says: /(?:准备|打算|正在|想|争取|计划)[^，。；]{0,8}(?:申报|申请|评|报|冲|申)(?:一下)?高企[^。；]{0,8}?(?:(?:现在|目前)还?|还)(?:不是|没有|没)/g,
    fact: 'highTech',
    value: false,
    confidence: 0.85,
  },
  {
    says: /(?:不是|不算|还没评上?|没评上|没认定|没有评?)(?:国家)?高新(?=$|[，。；,; ])|高新(?:也|还|倒)?没(?:评上|认定|拿到|过|批下来)/g,
    fact: 'highTech',
    value: false,
    confidence: 0.88,
  },
  {
    says: /\bnot (?:a |an |yet )?(?:certified )?high-?tech\b(?! zone)/g,
    fact: 'highTech',
    value: false,
    confidence: 0.88,
  },
  {
    says: /(?<![不没])(?:是|评上了?|拿了|有)(?:国家)?高新(?:的)?(?=$|[，。；,; ])/g,
    fact: 'highTech',
    value: true,
    confidence: 0.85,
    unless: /不是|没|是不是|有没有|想|准备/,
  },
  {
    // 小巨人没评上，省级的有; 小巨人复核没过，现在只剩省级
    says: /(?:专精特新|小巨人)[^。；]{0,14}[，, ](?:我们)?(?:现在|目前|但|不过|就|倒)*(?:(?:只剩|只有|就剩|是|剩)省[级里](?:的|那个)?(?=$|[，。；,; ])|省[级里]的?(?:那个)?(?:早就?有|倒?是?有的?|拿了|还在|评上了)(?:了)?(?=$|[，。；,; ]))|little giant[^.;]{0,30}\bprovincial only/g,
    fact: 'specialised',
    value: 'provincial',
    confidence: 0.85,
    unless: /是不是|有没有|想|准备/,
  },
  {
    says: /(?:专精特新|小巨人)[^。；]{0,14}(?:啥|什么)(?:称号|资质)?(?:也|都)*(?:不是|没有)/g,
    asked: true,
    fact: 'specialised',
    value: 'none',
    confidence: 0.85,
  },
  ...(
    [
      ['国家级?', 'national'],
      ['省级?', 'provincial'],
      ['市级?', 'municipal'],
    ] as const
  ).map(([level, value]) => ({
    says: new RegExp(`${PLATFORM}[，, ]?(?:是)?${level}(?:里)?(?:认定|批|评|认|的)`, 'g'),
    fact: 'platform' as const,
    value,
    confidence: 0.85,
    unless: /没|不是|想|准备|申报|申请/,
  })),
  ...(
    [
      ['top50', '50|五十'],
      ['top500', '500|五百'],
    ] as const
  ).map(([value, number]) => ({
    says: new RegExp(`创客中国[^。；没未]{0,10}(?:${number})强(?!也?没)`, 'g'),
    fact: 'makerContest' as const,
    value,
    confidence: 0.85,
    unless: /没|想|争取|准备/,
  })),
  {
    says: /我们(?:还)?是省(?:级|里)的(?=$|[，。；,; ])/g,
    fact: 'specialised',
    value: 'provincial',
    confidence: 0.7,
    unless: /企业技术中心|研发|工厂|项目/,
  },
  {
    says: /(?:500|五百)强(?:也|还|都)?没(?:进|有|入|拿)/g,
    fact: 'makerContest',
    value: 'none',
    confidence: 0.92,
  },
  {
    says: /(?:跟|和|与|同)[^，。；]{2,10}(?:大学|学院|研究所|研究院|高校|科大|理工|[一-龥]大|清华|中科院)[^，。；]{0,4}(?:共建|合建|联合建|一起建)|(?:共建|合建|联合建)(?:立|了)?[^，。；]{0,8}(?:研发中心|研究院|实验室|技术中心)/g,
    fact: 'ownCentre',
    value: true,
    confidence: 0.85,
    unless: /没|想|准备|打算/,
  },
  {
    says: /^(?:我们|公司)?(?:早就?|已经|有)?(?:贷过|借过)(?:的|款|钱|了|呀|啊|[一两几]次)*$/g,
    fact: 'firstLoan',
    value: false,
    confidence: 0.85,
  },
  {
    says: /(?:以前|之前|曾经?|过去|原来)(?:也|都)?(?:在银行|跟银行|向银行|找银行)?(?:贷过|借过)(?:款|钱)?(?=$|[，。；,; ])/g,
    fact: 'firstLoan',
    value: false,
    confidence: 0.85,
    unless: /没|未|不|朋友|个人/,
  },
  {
    says: /(?:团队|公司|我们|厂)(?:里面?|这边|内部)?有(?:一)?个博士(?!后|生|点|学|[^，。；]{0,3}在读|[^。；]{0,6}没毕业)/g,
    fact: 'doctors',
    value: 1,
    confidence: 0.82,
    unless: /想|要|合作|顾问|找|招|外聘|没/,
  },
]
