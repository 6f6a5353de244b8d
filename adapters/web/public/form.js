// A form in a box over the page: filled in at one go, kept when it is closed, handed in once. What is wrong is told at its
// field and stays as it was written. Who would rather tick one thing after the other finds the buttons.
import { createField } from './form-fields.js'
import { label, onTab, say } from './labels.js'
import { make } from './make.js'
import { newKey } from './outbox.js'
import { DRAFTS, post } from './signed.js'

const FAULTY = 422
const draftName = name => DRAFTS + name

/** The form that a button opens; `{}` when it has none or nobody can say, with `message` when somebody said why. */
export async function fetchForm(path, look) {
  try {
    const answer = await post(path, look)
    const told = answer.status === 204 ? {} : await answer.json()
    return answer.ok ? told : { message: told.message }
  } catch {
    return {}
  }
}

const draftOf = name => onTab(tab => JSON.parse(tab.getItem(draftName(name)) ?? '{}')) ?? {}

// full or forbidden: what was written lives as long as the box is open
const keepDraft = (name, values) =>
  onTab(tab => (values ? tab.setItem(draftName(name), JSON.stringify(values)) : tab.removeItem(draftName(name))))

function createBox(form, fields, hasSteps) {
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
    make('div', 'form-foot', trouble, make('div', 'row', cancel, submit), ...(hasSteps ? [stepwise] : [])),
  )
  whole.noValidate = true
  const dialog = make('dialog', 'form', whole)
  dialog.setAttribute('aria-labelledby', title.id)
  // what a desk reads comes in Chinese whatever the page's own words are
  dialog.lang = 'zh-CN'
  return { dialog, whole, cancel, submit, stepwise, trouble }
}

/**
 * Shows a form that is handed in at `path` together with `act`; `draft` names what was written into it before. `onTaken`
 * hears that it was handed in, `onStepwise` that somebody would rather have the buttons; without it there are none.
 */
export function openForm(form, { path, act, draft: kept }, { onTaken = () => {}, onStepwise }) {
  const draft = draftOf(kept)
  const fields = form.fields.map(field => createField(field, draft[field.name]))
  const { dialog, whole, cancel, submit, stepwise, trouble } = createBox(form, fields, onStepwise !== undefined)
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
      keepDraft(kept, undefined)
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
      await read(await post(path, { ...act, key, values: values() }))
    } catch {
      trouble.textContent = say('not-sent')
    }
    sending = false
    submit.removeAttribute('aria-disabled')
  }

  whole.addEventListener('input', () => keepDraft(kept, values()))
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
