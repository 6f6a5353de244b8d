// The first thing done to any typed text: one bounded, canonical form, so that every later step sees the same characters
// for the same words. Spans that the extractor reports point into this form.
import { simplified } from './traditional.ts'

/** Longer texts are cut here; a message to the bot is a few sentences. */
export const TEXT_LENGTH_MAX = 4096

/** Full-width signs that belong to numbers and codes; sentence marks such as ， stay, because they separate clauses. */
const FULL_WIDTH = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A％－＋．／～＠＆＃＊＝＿＄]/g
const FULL_WIDTH_OFFSET = 0xfee0

/** Zero-width and bidirectional marks, soft hyphen, variation selectors: invisible, so never meant. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]|[\uFE00-\uFE0F]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose
const CONTROL = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]+/g
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Signs with several code points, and short forms of tens. */
const SAME: Readonly<Record<string, string>> = {
  '￥': '¥',
  〇: '零',
  '○': '零',
  '（': '(',
  '）': ')',
  '—': '-',
  '–': '-',
  '−': '-',
  '〜': '~',
  廿: '二十',
  卅: '三十',
}
const SAME_SIGNS = new RegExp(`[${Object.keys(SAME).join('')}]`, 'g')

/** Slips of the keyboard that turn a word of the trade into none: as many characters before as after. */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/(?<!开)发名(?![称单字])/g, '发明'],
  [/(?<=实用)新[形行性]/g, '新型'],
  [/[旧舊]年(?=做|营|卖|收|利|净|亏|赚|交|研|[\d一二两三四五六七八九])/g, '去年'],
  [/静利(?=润|\d)/g, '净利'],
  [/[低底]押(?=贷|厂|房|物|[给了])|抵压/g, '抵押'],
  [/(?<=研发|技术|科技)人[园圆原]/g, '人员'],
  [
    /[营迎赢][手守](?=\d|[一二三四五六七八九两几]|大|去|是|有)|[迎赢]收(?=\d|[一二三四五六七八九两几]|大|是|有)/g,
    '营收',
  ],
  [/专[力立](?=\d|[一二三四五六七八九十两]|有)/g, '专利'],
  [/砖利|专莉|(?<![移运旋翻反])转利(?=\d|[一二三四五六七八九十两]|有|总|一共)/g, '专利'],
  [/(?<=[个件项])法明|法明(?=专利)/g, '发明'],
  [/[严言眼]发(?=费|投|人|团|占|这块|花|去年|前年|[\d一二三四五六七八九两])|严发(?=的|部|这|中|有|十)/g, '研发'],
  [
    /(?<=没|银行|现有|目前的?|我们)[带代]款|[带代]款(?=余额|还剩|还有|没还|现在|逾期|利息|利率)|(?<![携附自])带款(?!项)/g,
    '贷款',
  ],
  [/纳睡|那税(?=等级|信用|评级)/g, '纳税'],
  [/[抵低]鸭/g, '抵押'],
  [/逾[旗其]|愈期/g, '逾期'],
  [/软[住注](?=\d|[一二三四五六七八九十两])|软柱/g, '软著'],
  [/(?<=科|高新技术|专精特新)七业/g, '企业'],
  [/(?<=年)元月|元月(?=份)/g, '1月'],
  [/流动资[经今巾斤]|流动之金/g, '流动资金'],
  [/(?<=[\d万亿个人年月%]) 不 (?=[\d一二两三四五六七八九十])/g, '，不，'],
  [/高兴企业/g, '高新企业'],
  [/(?<![提抬拉最])高起(?=嘛|吗|[的有没是也]|[，。、]|$)/g, '高企'],
  [/专精特[心欣薪]/g, '专精特新'],
]

/** 一百单八, as elder people say 一百零八. */
const ODD = /(?<=[一二三四五六七八九两][百千])单(?=[一二三四五六七八九])/g

/** Numbers written down as they were dictated: 一千四 百五十万, 三千二百 五十万. */
const PAUSES: readonly RegExp[] = [
  /(?<=[一二三四五六七八九两]) (?=[百千](?!分之)[一二三四五六七八九十两]{0,3}[百十]?[一二三四五六七八九]?[十]?[一二三四五六七八九]?[万亿])/g,
  /(?<=[一二三四五六七八九两]百) (?=[一二三四五六七八九]十[一二三四五六七八九]?[万亿])/g,
  /(?<=[一二三四五六七八九两]千) (?=[一二三四五六七八九两]百[一二三四五六七八九]?十?[一二三四五六七八九]?[万亿])/g,
]

/** PCT2件, R&D12人: a Latin noun runs into its number. */
const RUN_INTO = /(?<![a-z])(pct|r&d|headcount|revenue|team|profit)(?=\d)/gi

/** one point two million */
const DIGIT_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const POINT = new RegExp(`\\b(${DIGIT_WORDS.join('|')}) point (${DIGIT_WORDS.join('|')})\\b`, 'gi')
const digitOf = (word: string): number => DIGIT_WORDS.indexOf(word.toLowerCase())

/** 净利润(86.5)万元: in accounts a sum in brackets is negative. */
const BRACKETED =
  /(?<=(?:利润|净利|净资产|权益|增长率?|增速|增幅|同比|profit|income|equity|assets)[^\d(),，。；;]{0,8})\((\d[\d,]{0,14}(?:\.\d{1,4})?)\)(?= ?(?:[万亿千元%]|m\b|million))/gi

/** The canonical form of a typed text: at most TEXT_LENGTH_MAX characters, one line break or blank at a time. */
export function normalise(text: string): string {
  const mended = SLIPS.reduce((said, [slip, word]) => said.replace(slip, word), canonical(text))
  return PAUSES.reduce((said, pause) => said.replace(pause, ''), mended)
    .replace(ODD, '零')
    .replace(POINT, (_, whole, tenths) => `${digitOf(whole)}.${digitOf(tenths)}`)
    .replace(RUN_INTO, '$1 ')
    .replace(BRACKETED, '-$1')
    .slice(0, TEXT_LENGTH_MAX)
}

function canonical(text: string): string {
  const plain = text.slice(0, TEXT_LENGTH_MAX).replace(LONE_SURROGATE, '').replace(INVISIBLE, '').normalize('NFC')
  return simplified(plain)
    .replace(FULL_WIDTH, sign => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(SAME_SIGNS, sign => SAME[sign] ?? sign)
    .replace(CONTROL, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .slice(0, TEXT_LENGTH_MAX)
    .replace(LONE_SURROGATE, '')
    .trim()
}

/** ASCII capitals in lower case; unlike toLowerCase it never changes the length, so positions stay true. */
export function lower(text: string): string {
  return text.replace(/[A-Z]+/g, capitals => capitals.toLowerCase())
}
