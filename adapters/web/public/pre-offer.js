// 预授信 at the desk of an institution: a button that opens the form, or says who may.
import { fetchForm, openForm } from './form.js'
import { label, language, say } from './labels.js'
import { make } from './make.js'

/** A button for the manager of a desk; `name()` is who acts. What came of it comes back as a card of the desk. */
export function createPreOffer(desk, name) {
  const button = label(make('button', 'press plain'), 'pre-offer')
  const answer = make('p', 'sub')
  button.type = 'button'
  answer.setAttribute('role', 'status')
  button.addEventListener('click', async () => {
    const act = { desk, name: name() }
    const { form, message } = await fetchForm('/desk/pre-offer/form', act)
    answer.textContent = form ? '' : (message?.[language()] ?? say('no-pre-offer'))
    if (form) openForm(form, { path: '/desk/pre-offer', act, draft: `pre-offer.${desk}` }, {})
  })
  return make('div', 'pre-offer', button, answer)
}
