// The lines of a card as elements: fields in columns, items in lists, points with a bar, and a hierarchy that a phone can
// show — what something is called stands out, what is told of it comes smaller below.
import { make } from './make.js'

/** "名称 — 说明": a name and what is told of it. */
const DASH = ' — '
/** "之前 → 之后": what it is now stands out. */
const ARROW = ' → '
/** "32 / 35", "0–30 / 30", "-10–15 / 15": points, or a range of them, out of the most there are. */
const POINTS = /^(-?\d+(?:\.\d+)?)(?:–(-?\d+(?:\.\d+)?))? \/ (\d+(?:\.\d+)?)$/
/** A longer value takes the whole width where fields stand in two columns. */
const WIDE_CHARS = 26

function bar(low, high, max) {
  const part = points => `${(Math.min(Math.max(points, 0), max) / max) * 100}%`
  const sure = make('span', 'bar-sure')
  const open = make('span', 'bar-open')
  sure.style.width = part(low)
  open.style.width = part(high)
  const element = make('span', 'bar', open, sure)
  element.setAttribute('aria-hidden', 'true')
  return element
}

function fieldValue(value) {
  const dd = make('dd', '', value)
  const [, low, high = low, max] = POINTS.exec(value) ?? []
  if (Number(max) > 0) dd.append(bar(Number(low), Number(high), Number(max)))
  return dd
}

function field({ label, value }) {
  const isWide = [...value].length > WIDE_CHARS
  return make('div', isWide ? 'field wide' : 'field', make('dt', '', label), fieldValue(value))
}

/** Cuts at the first or last `mark`; undefined when it is not there. */
function cut(text, at, mark) {
  return at < 0 ? undefined : [text.slice(0, at), text.slice(at + mark.length)]
}

function itemText(text) {
  const told = cut(text, text.indexOf(DASH), DASH)
  if (told) return [make('strong', 'item-name', told[0]), make('span', 'item-told', told[1])]
  const changed = cut(text, text.lastIndexOf(ARROW), ARROW)
  if (changed) return [make('span', 'item-text', `${changed[0]}${ARROW}`, make('strong', '', changed[1]))]
  return [make('span', 'item-text', text)]
}

function item({ text, detail }) {
  const element = make('li', 'item', ...itemText(text))
  if (detail) element.append(make('span', 'item-detail', detail))
  return element
}

const LINES = {
  text: line => make('p', 'line', line.text),
  head: line => make('h4', 'line-head', line.text),
  field,
  item,
  quote: line => make('figure', 'quote', make('figcaption', '', line.who), make('blockquote', '', line.text)),
}

/** A paper or a calendar entry: a link where it can be fetched. */
function fileLine({ file, name, detail }, hrefOf) {
  const href = hrefOf(file)
  const shown = make(href ? 'a' : 'span', 'file-name', name)
  if (href) {
    shown.href = href
    shown.download = ''
  }
  return make('p', 'file', shown, make('span', 'file-detail', detail))
}
LINES.file = fileLine

/** Lines of these kinds stand together in one list. */
const GROUPS = { field: 'dl', item: 'ul' }

/** The elements of all lines, in order; `hrefOf(file)` says where a file is fetched. */
export function renderLines(lines, hrefOf = () => undefined) {
  const out = []
  let group
  for (const line of lines) {
    const element = (LINES[line.kind] ?? LINES.text)(line, hrefOf)
    const tag = GROUPS[line.kind]
    if (!tag) {
      group = undefined
      out.push(element)
    } else {
      if (group?.tagName.toLowerCase() !== tag) {
        group = make(tag, `${line.kind}s`)
        out.push(group)
      }
      group.append(element)
    }
  }
  return out
}
