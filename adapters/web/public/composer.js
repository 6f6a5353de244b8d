// A box to write in: Enter sends, Shift+Enter starts a new line, and Enter that only confirms an input method's candidate does neither.

import { label } from './labels.js'
import { make } from './make.js'

const CHARS_MAX = 4_000
/** How an input method's Enter shows in browsers that do not set `isComposing` for it. */
const COMPOSING_KEY = 229

/** Wires a form with a textarea; `onText(text)` gets what was written. */
export function createComposer(form, onText) {
  const area = form.querySelector('textarea')
  const grow = () => {
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight}px`
    form.classList.toggle('filled', area.value.trim() !== '')
  }
  const complain = tooLong => {
    form.querySelector('.too-long')?.remove()
    if (!tooLong) return
    const line = label(make('p', 'too-long'), 'too-long')
    line.setAttribute('role', 'alert')
    form.append(line)
  }
  const submit = () => {
    const text = area.value.trim()
    if (text === '') return
    const tooLong = [...text].length > CHARS_MAX
    complain(tooLong)
    if (tooLong) return
    area.value = ''
    grow()
    onText(text)
  }
  form.addEventListener('submit', event => {
    event.preventDefault()
    submit()
    area.focus()
  })
  area.addEventListener('input', () => {
    complain(false)
    grow()
  })
  area.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === COMPOSING_KEY) return
    event.preventDefault()
    submit()
  })
}
