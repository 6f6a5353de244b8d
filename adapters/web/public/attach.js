// The clip beside the box: a paper goes to the server at once, and says so while it is on its way. It is sent once; when the
// line is lost, the same press may be tried again with the same key.
import { language, say } from './labels.js'
import { make } from './make.js'
import { ensureSession, newKey } from './outbox.js'

const BYTES_MAX = 10 * 1024 * 1024
const SEND_MS = 60_000

async function post(file, key) {
  const body = new FormData()
  // fields stand before the file: the server reads them in order
  body.append('key', key)
  body.append('file', file, file.name)
  return fetch('/chat/paper', { method: 'POST', body, signal: AbortSignal.timeout(SEND_MS) })
}

/** The words for what went wrong: the server's own where it gave some. */
async function faultOf(answer) {
  const refusal = await answer.json().catch(() => ({}))
  return refusal.message?.[language()] ?? say('not-sent')
}

/** Wires the clip of a form; `onSent()` is called when the server has taken a paper. */
export function createAttach(form, onSent) {
  const input = make('input', 'visually-hidden')
  input.type = 'file'
  input.accept = '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png'
  input.tabIndex = -1
  input.dataset.labelAria = 'attach'
  const button = form.querySelector('.attach')
  const state = make('p', 'attach-state')
  state.setAttribute('role', 'status')
  state.hidden = true
  form.append(input, state)
  const tell = words => {
    state.hidden = words === undefined
    state.textContent = words ?? ''
  }
  const send = async file => {
    if (file.size > BYTES_MAX) return tell(say('paper-too-large'))
    const key = newKey()
    button.disabled = true
    tell(`${say('sending')} ${file.name}`)
    try {
      let answer = await post(file, key)
      if (answer.status === 401) {
        await ensureSession()
        answer = await post(file, key)
      }
      tell(answer.ok ? undefined : await faultOf(answer))
      if (answer.ok) onSent()
    } catch {
      tell(say('not-sent'))
    }
    button.disabled = false
  }
  button.addEventListener('click', () => input.click())
  input.addEventListener('change', () => {
    const [file] = input.files
    input.value = ''
    if (file) send(file)
  })
}
