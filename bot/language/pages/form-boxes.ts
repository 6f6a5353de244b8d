// Boxes of a form: √是 □否, 高企 [x]是 [ ]否, ☐小巨人 ☑省级, 是□ 否√. What is ticked stays, what is empty goes, and where nothing or
// everything is ticked nothing was said.
const TICK = '(?:[√✓✔☑✅■●▣☒]|[\\[(][xX√✓vV][\\])])'
const EMPTY = '(?:[□☐▢◯]|\\[ ?\\]|\\( \\))'
const BOX = `(?:${TICK}|${EMPTY})`
const YES = '是|有|yes'
const NO = '否|没有|无|不是|no'
const TICKED = new RegExp(TICK)
const isTicked = (box: string): boolean => TICKED.test(box)
const SIGNS = new RegExp(`${BOX}|[✗✘❌×]`)
/** □是 √否: the box before its word. */
const BOX_FIRST = new RegExp(` ?[:：]? ?(${BOX}) ?(${YES}|${NO})[ /、，]{0,3}(${BOX}) ?(${YES}|${NO})`, 'gi')
/** 是□ 否√: the box behind it. */
const BOX_LAST = new RegExp(`[:： ]{0,2}(${YES}|${NO}) ?(${BOX})[ /、，]{0,3}(${YES}|${NO}) ?(${BOX})`, 'gi')
const LINE_OF_BOXES = new RegExp(EMPTY)
const ENDS_WITH_BOX = new RegExp(`${BOX} ?$`)
const EMPTY_THEN_WORD = new RegExp(`${EMPTY} ?[^\\s√✓✔☑✅■●▣☒□☐▢◯\\[\\]，。；;]{1,16}`, 'g')
const WORD_THEN_EMPTY = new RegExp(`[^\\s√✓✔☑✅■●▣☒□☐▢◯\\[\\]，。；;:：]{1,16} ?${EMPTY}`, 'g')
const TICKS = new RegExp(TICK, 'g')
const OTHER_TICKS = /[✓✔☑✅]/g
const CROSSES = /[✗✘❌]|(?<=[一-龥:： ])[×xX](?=$|[\s，。；;,])/gm

/** The text with its boxes told in words: √ for yes and × for no where they stand alone behind a label. */
export function withBoxes(text: string): string {
  if (!SIGNS.test(text)) return text
  return text.split('\n').map(inLine).join('\n')
}

function inLine(line: string): string {
  const answered = ENDS_WITH_BOX.test(line)
    ? line.replace(BOX_LAST, (_, first: string, box: string, second: string, other: string) =>
        chosen(first, isTicked(box), second, isTicked(other)),
      )
    : line.replace(BOX_FIRST, (_, box: string, first: string, other: string, second: string) =>
        chosen(first, isTicked(box), second, isTicked(other)),
      )
  if (LINE_OF_BOXES.test(answered))
    return answered.replace(ENDS_WITH_BOX.test(answered) ? WORD_THEN_EMPTY : EMPTY_THEN_WORD, ' ').replace(TICKS, ' ')
  const signs = answered.replace(OTHER_TICKS, '√').replace(CROSSES, '×')
  // ■ 高企 ■ 科小: bullets
  const plain = signs.replace(/[■●▣☒]/g, ' ')
  // √高企 ×小巨人: the sign first
  return /^ ?[√×]/.test(plain) ? plain.replace(/√ ?(?=[一-龥])/g, '有').replace(/× ?(?=[一-龥])/g, '没有') : plain
}

/** The one of two answers that is ticked; a question mark where it is none or both. */
function chosen(first: string, isFirst: boolean, second: string, isSecond: boolean): string {
  if (isFirst === isSecond) return '？'
  return `：${isFirst ? first : second} `
}
