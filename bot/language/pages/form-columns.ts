// Tables of several years: years as headings with a figure for each below, or a year before each figure of a row. Each figure
// gets its year and the unit of the table beside it, as people say it.
const YEARS_HEAD = /^[^\d\n]{0,12}(20[0-4]\d)年?度?(?:[\s|]{1,5}(20[0-4]\d)年?度?){1,4}[\s|]*$/
const YEAR = /20[0-4]\d/g
const FIGURE = /-?\d[\d,]{0,14}(?:\.\d{1,4})?/
const FIGURES = new RegExp(FIGURE, 'g')
const ROW = new RegExp(
  `^([一-龥()a-zA-Z&]{2,14}?)[:： |]{1,4}(${FIGURE.source}(?:(?:[ |/]{1,5}|万元? ?)${FIGURE.source}){1,4})(万元?|元)?[\\s|]*$`,
)
const UNIT = /单位(?:是|为|[:：])? ?(?:人民币)?(亿元?|万元?|元)/
const UNIT_IN_LABEL = /\((?:单位[:：]? ?)?(亿元?|万元?|元)\)/
const COUNTED = /人数|人员|员工|件数|专利|发明|软著/
/** 2025 营收 1,240 | 2024 营收 980 */
const YEAR_THEN_NOUN =
  /(?<![\d.])(20[0-4]\d)(?:年度?)? ((?:营业?收入?|主营|收入|销售|净?利润?|净利|研发|纳税|总?资产|净资产|负债)[一-龥]{0,4}[:： ]{0,2})(\d[\d,]{0,14}(?:\.\d{1,4})?)(?![\d.%]|年|[一-龥])/g
/** 2024:1050 2025:1400 */
const YEAR_THEN_FIGURE =
  /(?<![\d.])(20[0-4]\d)(?:年度?)? ?[:：] ?(\d[\d,]{0,14}(?:\.\d{1,4})?)(?! ?[\d.%a-z万亿千元])[ ，,;；]{0,2}/gi

/** 营业收入(万元)：2024年 150，2025年 205.6 */
const UNIT_THEN_FIGURES =
  /([一-龥]{2,12})\((?:单位[:：]? ?)?(亿元?|万元?)\)([^；;。\n]{0,90}?)(?=$|[；;。\n]|[ ，,][一-龥]{2,12}(?:\(|[:：]))/gm
const BARE_FIGURE = /(^|年度?[:： ]{0,2}|[:：，, ])(-?\d[\d,]{0,14}(?:\.\d{1,4})?)(?=$|[，, /])/g
/** 发明/新型/软著：3/8/6 */
const IN_TURN = /(?<![一-龥/])([一-龥]{2,6}(?:\/[一-龥]{2,6}){1,5})[:： ]{0,2}(\d{1,6}(?:\/\d{1,6}){1,5})(?![\d/.])/g

/** Nouns and figures told in turn, each noun with its own figure. */
export function inTurn(text: string): string {
  return text.replace(IN_TURN, (whole, nouns: string, figures: string) => {
    const [names, values] = [nouns.split('/'), figures.split('/')]
    return names.length === values.length ? names.map((name, i) => `${name}${values[i]}`).join('，') : whole
  })
}

/** The unit that a label states, behind each of its figures. */
export function withUnits(text: string): string {
  return text.replace(UNIT_THEN_FIGURES, (_, label: string, unit: string, rest: string) => {
    const isYear = (figure: string): boolean => /^20[0-4]\d$/.test(figure)
    return (
      label +
      rest.replace(BARE_FIGURE, (all, before: string, figure: string) =>
        isYear(figure) ? all : `${before}${figure}${unit}`,
      )
    )
  })
}

/** The text with the years of its tables told beside each figure. */
export function withYears(text: string): string {
  if (!/20[0-4]\d/.test(text) || !/[一-龥]/.test(text)) return text
  const unit = UNIT.exec(text)?.[1] ?? ''
  const lines = text.split('\n')
  const head = lines.findIndex(line => YEARS_HEAD.test(line.trim()))
  const told = head < 0 ? text : inColumns(lines, head, unit)
  return told
    .replace(YEAR_THEN_NOUN, (_, year: string, noun: string, figure: string) => `${year}年${noun}${figure}${unit}`)
    .replace(YEAR_THEN_FIGURE, (_, year: string, figure: string) => `${year}年 ${figure}，`)
}

function inColumns(lines: readonly string[], head: number, unit: string): string {
  const years = lines[head]?.match(YEAR) ?? []
  return lines
    .flatMap((line, at) => {
      if (at === head) return []
      const row = ROW.exec(line.trim())
      const figures = row?.[2]?.match(FIGURES) ?? []
      if (!row || figures.length !== years.length) return [line]
      const [, label = ''] = row
      const own = UNIT_IN_LABEL.exec(label)?.[1] ?? row[3] ?? (COUNTED.test(label) ? '' : unit)
      const name = label.replace(UNIT_IN_LABEL, '')
      return [years.map((year, i) => `${year}年${name}${figures[i]}${own}`).join('，')]
    })
    .join('\n')
}
