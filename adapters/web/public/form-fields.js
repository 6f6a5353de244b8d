// The fields of a form as elements, and what stands in them. A fault is told at its field, and the field names it.
import { label } from './labels.js'
import { make } from './make.js'

let serial = 0

/** Ids of this page are never used twice, though forms come and go. */
const newId = () => `field-${++serial}`

function written(field, given) {
  const element = document.createElement(field.kind === 'text' && field.lines ? 'textarea' : 'input')
  element.className = 'blank'
  element.autocomplete = 'off'
  if (field.kind === 'date' || field.kind === 'time') element.type = field.kind
  else if (field.kind === 'number') element.inputMode = 'decimal'
  else element.maxLength = field.max
  if (field.lines) element.rows = 3
  element.value = given?.[0] ?? field.value ?? ''
  return element
}

function tick(field, option, chosen) {
  const input = document.createElement('input')
  input.type = field.kind === 'choice' ? 'radio' : 'checkbox'
  input.name = field.name
  input.value = option.value
  input.checked = chosen.includes(option.value)
  return make('label', 'tick', input, make('span', '', option.text))
}

/** The name, "（必填）" behind it when it cannot be left out; a colon has no place above a field. */
const named = field => [
  field.label.replace(/[：:]$/u, ''),
  ...(field.required ? [label(make('span', 'needed'), 'needed')] : []),
]

function frameOf(field, given) {
  if (field.kind !== 'choice' && field.kind !== 'choices') {
    const input = written(field, given)
    input.id = newId()
    input.required = field.required
    const name = make('label', 'field-name', ...named(field))
    name.htmlFor = input.id
    return { frame: make('div', 'form-field', name), body: input, subject: input, inputs: [input] }
  }
  const chosen = given ?? (field.kind === 'choice' ? [field.chosen] : field.chosen)
  const ticks = field.options.map(option => tick(field, option, chosen))
  const frame = make('fieldset', 'form-field', make('legend', 'field-name', ...named(field)))
  return {
    frame,
    body: make('div', 'ticks', ...ticks),
    subject: frame,
    inputs: ticks.map(one => one.querySelector('input')),
  }
}

/** One field; `given` is what somebody had written into it before. */
export function createField(field, given) {
  const { frame, body, subject, inputs } = frameOf(field, given)
  const hint = field.hint ? make('p', 'field-hint', field.hint) : undefined
  const fault = make('p', 'field-fault')
  fault.id = newId()
  fault.hidden = true
  fault.setAttribute('role', 'alert')
  if (hint) hint.id = newId()
  frame.append(...(hint ? [hint] : []), body, fault)
  const describe = () => {
    const ids = [...(hint ? [hint.id] : []), ...(fault.hidden ? [] : [fault.id])]
    if (ids.length > 0) subject.setAttribute('aria-describedby', ids.join(' '))
    else subject.removeAttribute('aria-describedby')
  }
  describe()
  const isWritten = field.kind !== 'choice' && field.kind !== 'choices'
  return {
    name: field.name,
    element: frame,
    /** What stands there, as a form hands it in. */
    values: () =>
      isWritten
        ? inputs.map(input => input.value).filter(value => value !== '')
        : inputs.filter(input => input.checked).map(input => input.value),
    /** Shows what is wrong, or that nothing is any more. */
    blame: words => {
      fault.textContent = words ?? ''
      fault.hidden = words === undefined
      for (const input of inputs) {
        if (words === undefined) input.removeAttribute('aria-invalid')
        else input.setAttribute('aria-invalid', 'true')
      }
      describe()
    },
    focus: () => (inputs.find(input => input.checked) ?? inputs[0])?.focus(),
  }
}
