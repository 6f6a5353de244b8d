// Pieces of forms, tables and lists that people paste or type into the talk, brought into words that read like talk: ticked boxes
// become answers, 否 and 0 behind a label a plain no, columns under years a year beside each figure, and ordinals go.
import { withBoxes } from './form-boxes.ts'
import { inTurn, withUnits, withYears } from './form-columns.ts'

const LABEL = '[^\\s:：，。；;,|/、√×]{1,16}'
/** 去年有没有三千万？没有 speaks of a sum. */
const LABEL_OF_NO_SUM = '[^\\s:：，。；;,|/、√×?？\\d一二三四五六七八九十百千万两]{1,16}?'
const SIGNS_OF_A_FORM =
  /[:：|√×①-⑨□☐■☑\u2713-\u2718\u2705\u274c]|\[ ?[xX]? ?\]|\d[.、)] ?[一-龥]|[有无是否]\/|\d\/\d|[?？] ?(?:否|没有|无|是|有)|\((?:无|否|有|是)\)|\)[:： \d]|[一-龥] [一-龥]/
/** 政府信用评级： 失信被执行人：否: the first label was left empty. 营收如下 and 去年 go on. */
const EMPTY_LABEL =
  /(^|[\s，；;|])[一-龥()]{2,12}(?<!如下|情况|以下)[:：] (?=(?!去年|前年|今年|近)[一-龥()]{2,16}[:：])/gm
const NO = '否|不是|没有|没|无|×|不|n(?:o|one)?'
const WHETHER = '(?:是否|是不是|有没有|有无)(?:为|属于?|存在|有)?'
const YES = '是|有|√|y(?:es)?'
/** 失信：否 经营异常: 无 | 高企：√: the answer ends what the label began. */
const ANSWERED = new RegExp(
  `(?:(${WHETHER})(${LABEL_OF_NO_SUM})[:：?？] ?|(${LABEL}?)(?:[:：] ?|(?=[√×])))(?:(${NO})|(${YES}))(?:的事?)?(?=$|[\\s，。；;,|/、])(?: ?[|/、] ?| (?=[^\\s:：]))?`,
  'gim',
)
/** 高企？是 科小？否 */
const ASKED_IN_ROW =
  /(?<=^|[\s，；;])((?:(?![一二三四五六七八九十百千万两])[一-龥]){2,8})[?？] ?(?=(?:是|否|有|无|没有)(?:的事)?(?:$|[\s，；;。]))/gm
/** 高企有/科小无; 失信(无) */
const SHORT_ANSWER = /(?<=[一-龥])(?:(?<=[有无是否])\/(?=[一-龥])|\((无|否|有|是)\) ?)/g
const DASHED = new RegExp(`${LABEL}[:：] ?-{1,2}(?=$|[\\s，；;|])`, 'gm')
const BARS = / ?[|｜] ?/g
const IS_NO = new RegExp(`^(?:${NO})$`, 'i')
const ANSWER = /^(?:无|否|没有|没|有|是|×|√)$/
const LABEL_ALONE = /^[一-龥]{2,10}$/
const SUBJECT = /^(?:我们?|咱们?|俺们?|公司|我司|我们公司|现在|目前|都|也|还|这个|那个)$/
const ORDINAL = /(^|[\s，。；;,])[(]?([1-9]|1\d|[一二三四五六七八九十])[.、)]{1,2} ?(?=[一-龥])/gm
const CIRCLED = / ?[①-⑨] ?(?=[一-龥])/g
const HAN_ORDINALS = '零一二三四五六七八九十'

/** The text in words of talk; a text that is no form comes back as it is. */
export function fromForm(text: string): string {
  if (!SIGNS_OF_A_FORM.test(text)) return text
  const told = withUnits(withYears(inTurn(withoutOrdinals(text))))
  return answered(withBoxes(told).replace(DASHED, '').replace(EMPTY_LABEL, '$1'))
}

/** 1.发明 6 件 2.新型 14 件 3.外观: the ordinals of a list, where the first is followed by the second. */
function withoutOrdinals(text: string): string {
  const seen: number[] = []
  for (const [, , said = ''] of text.matchAll(ORDINAL)) seen.push(Number(said) || HAN_ORDINALS.indexOf(said))
  const isList = seen.some((each, i) => each === (seen[i - 1] ?? Number.NaN) + 1)
  const plain = isList
    ? text.replace(ORDINAL, (_, before: string) => (before === '\n' || before === '' ? before : '，'))
    : text
  return plain.replace(CIRCLED, '，')
}

function answered(text: string): string {
  const spaced = text.split('\n').map(besideBlanks).join('\n')
  return spaced
    .replace(SHORT_ANSWER, (_, answer: string | undefined) => (answer === undefined ? '，' : `：${answer}，`))
    .replace(ASKED_IN_ROW, '$1：')
    .replace(ANSWERED, (...[, , asked, label, no, yes]: readonly (string | undefined)[]) =>
      no === undefined ? `${asked ?? label}：${yes === '有' ? '有' : '是'}，` : `${asked ?? label}：没有，`,
    )
    .replace(BARS, '，')
    .replace(/，(?=[，。；;,\n]|$)/g, '')
}

/** 失信 无 被执行 无 高企 有: labels and answers in turn; and 没有 失信 没有 逾期, the verb first. */
function besideBlanks(line: string): string {
  if (!/(?:^| )(?:无|否|没有|没|有|是|×|√)(?= |$)/.test(line)) return line
  const words = line.split(' ')
  const first = words.findIndex(word => !SUBJECT.test(word))
  const isVerbFirst = ANSWER.test(words[first] ?? '')
  if (isVerbFirst && (!ANSWER.test(words[first + 2] ?? '') || ANSWER.test(words.at(-1) ?? ''))) return line
  const out: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const [here = '', next = ''] = [words[at], words[at + 1]]
    if (isVerbFirst && ANSWER.test(here) && LABEL_ALONE.test(next)) {
      out.push(`${here === '是' || here === '有' ? here : '没有'}${next}，`)
      at += 1
    } else if (!isVerbFirst && ANSWER.test(next) && LABEL_ALONE.test(here) && !SUBJECT.test(here)) {
      out.push(`${here}：${IS_NO.test(next) ? '没有' : next === '有' ? '有' : '是'}，`)
      at += 1
    } else out.push(here)
  }
  return out.join(' ').replace(/， /g, '，')
}
