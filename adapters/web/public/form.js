// A form in a box over the page: filled in at one go, kept when it is closed, handed in once. What is wrong is told at its
// field and stays as it was written. Who would rather tick one thing after the other finds the buttons.
import { createField } from './form-fields.js'
import { label, say } from './labels.js'
import { make } from './make.js'
import { newKey } from './outbox.js'

const SEND_MS = 10_000
const FAULTY = 422
const draftName = press => `yinqi.form.${press}`

async function post(path, body) {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(SEND_MS),
  })
}

/** The form that a button opens; undefined when it has none, or nobody can say. */
export async function fetchForm(look) {
  try {
    const answer = await post('/desk/form', look)
    return answer.status === 200 ? (await answer.json()).form : undefined
  } catch {
    return undefined
  }
}

function draftOf(press) {
  try {
    return JSON.parse(sessionStorage.getItem(draftName(press)) ?? '{}')
  } catch {
    return {}
  }
}

function keepDraft(press, values) {
  try {
    if (values) sessionStorage.setItem(draftName(press), JSON.stringify(values))
    else sessionStorage.removeItem(draftName(press))
  } catch {
    // Full or forbidden: what was written lives as long as the box is open.
  }
}

function createBox(form, fields) {
  const title = make('h3', 'form-title', form.title)
  title.id = `form-title-${newKey()}`
  const stepwise = label(make('button', 'form-stepwise'), 'stepwise')
  const cancel = make('button', 'press plain form-cancel', form.cancel)
  const submit = make('button', 'press primary', form.submit)
  for (const button of [stepwise, cancel]) button.type = 'button'
  const trouble = make('p', 'form-trouble')
  trouble.setAttribute('role', 'alert')
  const whole = make(
    'form',
    'form-box',
    make('div', 'form-head', title, ...(form.intro ? [make('p', 'sub', form.intro)] : [])),
    make('div', 'form-body', ...fields.map(field => field.element)),
    make('div', 'form-foot', trouble, make('div', 'row', cancel, submit), stepwise),
  )
  whole.noValidate = true
  const dialog = make('dialog', 'form', whole)
  dialog.setAttribute('aria-labelledby', title.id)
  // what a desk reads comes in Chinese whatever the page's own words are
  dialog.lang = 'zh-CN'
  return { dialog, whole, cancel, submit, stepwise, trouble }
}

/**
 * Shows a form. `act` is { desk, thread, name, press }; `onTaken` hears that it was handed in, `onStepwise` that
 * somebody would rather have the buttons.
 */
export function openForm(form, act, { onTaken, onStepwise }) {
  const draft = draftOf(act.press)
  const fields = form.fields.map(field => createField(field, draft[field.name]))
  const { dialog, whole, cancel, submit, stepwise, trouble } = createBox(form, fields)
  const values = () => Object.fromEntries(fields.map(field => [field.name, field.values()]))
  const key = newKey()
  let sending = false

  const blame = faults => {
    for (const field of fields) field.blame(faults[field.name])
    fields.find(field => faults[field.name])?.focus()
  }
  const close = () => dialog.close()
  const read = async answer => {
    if (answer.ok) {
      keepDraft(act.press, undefined)
      close()
      return onTaken()
    }
    const told = await answer.json().catch(() => ({}))
    if (answer.status === FAULTY) return blame(told.faults)
    trouble.textContent = told.message?.zh ?? say('not-sent')
  }
  const hand = async () => {
    if (sending) return
    sending = true
    submit.setAttribute('aria-disabled', 'true')
    trouble.textContent = ''
    blame({})
    try {
      await read(await post('/desk/filled', { ...act, key, values: values() }))
    } catch {
      trouble.textContent = say('not-sent')
    }
    sending = false
    submit.removeAttribute('aria-disabled')
  }

  whole.addEventListener('input', () => keepDraft(act.press, values()))
  whole.addEventListener('submit', event => {
    event.preventDefault()
    void hand()
  })
  cancel.addEventListener('click', close)
  stepwise.addEventListener('click', () => {
    close()
    onStepwise()
  })
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}
