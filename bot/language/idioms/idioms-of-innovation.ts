// Sayings about where the technology comes from and what has been recognised: a professor's results, bought rights, centres,
// prizes, the digital level, what a product replaces, reviews by experts.
import { type Idiom, says } from './idiom.ts'

const NOT_YET = /在建|筹建|没|未|不是|想|准备|打算|申报|申请|争取|要是|合作|依托|借/
const SCHOOL = '(?:大学|学院|科大|理工|[一-龥]大|中科院|研究[所院]|学校|高校|院所|老师|教授|导师|院士)'
const CENTRE =
  '(?:企业技术中心|工程(?:技术)?(?:研究)?中心|(?<!企业)技术中心|重点实验室|工程实验室|研发中心|企业研究院|博士后工作站|院士工作站|专家工作站)'
const LEVELS = [
  ['national', '国家'],
  ['provincial', '省'],
  ['municipal', '市'],
] as const
const NUMERALS = ['[一1]', '[二2两]', '[三3]', '[四4]'] as const
const ELEMENTS = [
  ['science', '科学'],
  ['technology', '技术'],
  ['economy', '经济'],
  ['society', '社会'],
  ['culture', '文化'],
] as const

const ORIGIN: readonly Idiom[] = [
  says(
    'spinout',
    true,
    0.92,
    new RegExp(
      `我(?:原来)?是[^，。；]{1,6}(?:大学|学院|大|科大|理工)的?(?:老师|教授)|${SCHOOL}[^，。；]{0,8}(?:带着?|拿着?)[^，。；]{0,4}(?:成果|专利|技术)|(?:成果|专利|技术)[，, ]?作价(?:入股|出资)|(?:从|由)[一-龥]{2,8}转化(?:出|过)来|${SCHOOL}的?成果转化|${SCHOOL}(?:老师|教授)?出来(?:办|创业|开)`,
      'g',
    ),
    { unless: /不是|没|想|准备|买|别给我/ },
  ),
  says('spinout', false, 0.92, /(?:不是|不算|没有?)[^，。；]{0,3}(?:学校|高校|大学|院所|老师)的?(?:成果|技术|转化)/g),
  says(
    'acquired',
    'both',
    0.95,
    /自己(?:写|搞|做|研|申)?[^，。；]{0,4}[，,、 ](?:也|还|又|从|另外)[^，。；]{0,6}(?:买|受让)|有[^，。；]{0,3}自[己主][^，。；]{0,8}(?:的|过)?[，,、 ]?(?:也|还)?有[^，。；]{0,8}(?:买|受让|转让|外购)|有[^，。；]{0,3}(?:买|受让|外购|转让)[^，。；]{0,6}[，,、 ]?(?:也|还)?有?[^，。；]{0,3}自[己主](?:研|搞|做|申|弄|写|开)|(?:买了|受让了?|外购的?[^，。；]{0,4}(?:有|是))[\d一二两三四五六七八九十]+[个件项]?(?:专利|发明|软著)?[，,、 ]?自[己主](?!没)|(?:买|受让|转让)来?的[，,、 ][^。；]{0,3}自[己主]也?(?:申请|研发|搞|做|写)|外购的[^，。；]{0,3}有?[\d一二两三四五六七八九十]+个?自[己主]|其中[\d一二两三四五六七八九十]+[个件项](?:是)?(?:受让|买|转让)/g,
    { unless: /没买|不是买|没有买|软件许可/ },
  ),
  says(
    'acquired',
    'self-developed',
    0.9,
    /(?:专利|发明|软著|知识产权|实用新型)[^。；]{0,24}(?:都|全)(?:是|部)?(?:我们)?自[己家](?:人)?(?:搞|弄|做|写|研发|开发|申请)(?:出来)?的/g,
    { unless: /买了|受让了|转让来/ },
  ),
]

const CENTRES: readonly Idiom[] = [
  ...LEVELS.map(([value, level]) =>
    says('platform', value, 0.9, new RegExp(`${level}(?:级|里面?)?的?${CENTRE}`, 'g'), { unless: NOT_YET }),
  ),
  says(
    'ownCentre',
    true,
    0.86,
    new RegExp(
      `(?:跟|和|与|同)[^，。；]{0,8}${SCHOOL}[^，。；]{0,3}(?:共建|合建|联合|一起)[^，。；]{0,3}(?:建|搞|弄|设|办(?!的|公司))`,
      'g',
    ),
    { unless: /没|想|准备|打算/, aside: true },
  ),
  says('ownCentre', true, 0.86, /自有(?:的)?(?:企业)?(?:技术中心|研究院|实验室)/g, { unless: NOT_YET, aside: true }),
  ...LEVELS.map(([value, level]) =>
    says('award', value, 0.92, new RegExp(`${level}(?:级|里)?的?(?:科技|科学技术)(?:进步)?(?:奖|[一二三]等奖)`, 'g'), {
      unless: /没|想|准备|申报|争取|协会/,
    }),
  ),
  says('award', 'none', 0.88, /政府(?:的)?奖(?:项|励)?(?:也|都|从来?)?没(?:有|拿|得|评)?过?/g),
  says(
    'greenFactory',
    false,
    0.95,
    /绿色工厂[^。；]{0,8}(?:不是|没有?)国家|绿色工厂[^。；]{0,8}[省市区]级?[^。；]{0,8}国家(?:级)?的?(?:还|也)?(?:没|不是)/g,
  ),
  says(
    'talentClass',
    'none',
    0.86,
    /(?:没|没有)(?:拿过?|评过?|得过?|有)?(?:啥|什么|任何)?人才(?:称号|认定|证书|类别)(?=$|[，。；,; ])/g,
  ),
  says('provincialTalent', false, 0.86, /人才[^。；]{0,14}省(?:级|里)的?(?:没|莫)/g),
]

const STATE_OF_THE_ART: readonly Idiom[] = [
  says('digital', 'level1', 0.88, /(?:用|靠)excel(?:表)?(?:来)?(?:记|管|做|统计)/g, { unless: /以前|之前|不用/ }),
  says('innovativeSme', true, 0.88, /创新型(?:中小)?(?:企业)?(?:也|已经|都|早就?)+(?:有|评上|过|拿)/g, {
    unless: /没/,
  }),
  ...NUMERALS.map((numeral, i) =>
    says(
      'digital',
      `level${i + 1}`,
      0.95,
      new RegExp(`数字化[^。；\\d]{0,12}?${numeral}级|自测(?:下来|结果)?(?:是|为)?${numeral}级`, 'g'),
      {
        unless: /争取|目标|明年|想做到|打算/,
      },
    ),
  ),
  says('digital', 'level3', 0.92, /主要业务(?:都|全|也)*[^，。；]{0,4}(?:上了?系统|系统里|跑系统)|[按算]三级/g, {
    unless: /没|想|准备|打算|争取/,
  }),
  says(
    'chainRole',
    'breakthrough',
    0.88,
    /替代了?(?:日本|德国|美国|进口|国外|欧美|日系|外国)(?:的?(?:货|产品|品牌|进口|设备))?|(?:补|填)(?:上|补)?了(?:国内)?的?空白/g,
    { unless: /没|想|准备|争取|目标|希望|能不能|将来/ },
  ),
  says('chainRole', 'key-link', 0.9, /六基(?:里|领域|中|之)|属于六基/g, { unless: /不属于|不是|算不算/ }),
  says('hightechField', true, 0.9, /高新(?:技术)?领域(?:也|都)?(?:是|属于|算|对得上|符合|对应)/g, {
    unless: /不|没|算不算/,
  }),
  says(
    'review',
    true,
    0.9,
    /(?:专家|科技[局厅]|[省市区]里)[^，。；]{0,14}评审(?:过|了)?[^，。；没未]{0,8}(?:[，, ][^，。；没未]{0,3})?(?:通过了?|过了|意见书)/g,
    { unless: /高企|专精特新|小巨人|内部|没过|没通过/ },
  ),
  says('fiveElements', ['none'], 0.9, /五元(?:价值)?评价(?:也|还|倒|从来?)?没(?:有)?(?:做|搞|弄)?过?/g),
  ...ELEMENTS.flatMap(([first, a]) =>
    ELEMENTS.filter(([second]) => second !== first).map(([second, b]) =>
      says(
        'fiveElements',
        [first, second],
        0.95,
        new RegExp(`(?:五元|成果)(?:价值)?评价[^。；]{0,14}?${a}(?:价值)?[和跟、与]${b}`, 'g'),
        { unless: /没|想/ },
      ),
    ),
  ),
]

export const IDIOMS_OF_INNOVATION: readonly Idiom[] = [...ORIGIN, ...CENTRES, ...STATE_OF_THE_ART]
