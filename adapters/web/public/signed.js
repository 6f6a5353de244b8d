// Who is signed in at the desk: the name that stands there, the token that goes with every post, and the way out. In the
// demonstration nobody is, and nothing of it shows.
import { label, onTab } from './labels.js'
import { make } from './make.js'

const SEND_MS = 10_000
const LAST = 'yinqi.signed'
/** How the names of drafts begin that this tab keeps. */
export const DRAFTS = 'yinqi.form.'

/** Somebody is signing out: the end of the session that the stream then hears of is no news. */
let leaving = false

export function goSignIn(why) {
  if (!leaving || why === 'left') location.replace(`/desk/sign-in?why=${why}`)
}

/** Asks the server. `{}` in the demonstration; never resolves when the page is left for signing in. */
async function ask() {
  const answer = await fetch('/desk/me', { signal: AbortSignal.timeout(SEND_MS) })
  if (answer.status === 401) {
    goSignIn('over')
    return new Promise(() => {})
  }
  if (!answer.ok) throw new Error(`me ${answer.status}`)
  return answer.json()
}

let token

/** What every post of the desk carries. */
export const tokenHeaders = () => (token ? { 'x-yinqi-token': token } : {})

/** One post of the desk. */
export const post = (path, body) =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...tokenHeaders() },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(SEND_MS),
  })

/** Drafts that somebody else left in this tab are nobody's business. */
const forgetOthers = id =>
  onTab(tab => {
    if (tab.getItem(LAST) === id) return
    for (const name of Object.keys(tab)) if (name.startsWith(DRAFTS)) tab.removeItem(name)
    tab.setItem(LAST, id)
  })

/** Who it is, once and for this page: another person in the same browser gets a page of their own. */
export async function whoIsSigned() {
  const first = await ask()
  const { id, name } = first
  token = first.token
  if (id !== undefined) forgetOthers(id)
  const renew = async () => {
    if (id === undefined) return
    const now = await ask()
    token = now.token
    if (now.id !== id) location.reload()
  }
  return { id, name, headers: tokenHeaders, renew }
}

/** Nobody signs in here. */
export const NOBODY = {}

function wayOut(key, everywhere) {
  const button = label(make('button', 'sign-out'), key)
  button.type = 'button'
  button.addEventListener('click', async () => {
    button.disabled = true
    leaving = true
    try {
      const answer = await post('/desk/leave', { everywhere })
      if (answer.ok || answer.status === 401) return goSignIn('left')
    } catch {
      // still signed in, and the button says so by being there
    }
    leaving = false
    button.disabled = false
    return undefined
  })
  return button
}

/** The name and the two ways out, at the end of the list of channels. */
export function showSigned(host, signed) {
  if (signed.id === undefined) return
  const who = make('p', 'signed-name', label(make('span'), 'signed-as'), ' ', make('b', '', signed.name))
  host.append(make('div', 'signed', who, wayOut('sign-out', false), wayOut('sign-out-everywhere', true)))
}
