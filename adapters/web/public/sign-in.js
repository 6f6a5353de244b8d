// Signing in to the desk. A one-time link carries its secret behind the #: it is taken out of the address at once and sent
// only when somebody presses the button, so that a preview of the link in a chat does not use it up.
import { applyLabels, bilingual, label, language, restoreLanguage, say, setLanguage } from './labels.js'
import { keepPlace } from './place.js'

const SEND_MS = 15_000
/** Words for why somebody is here; anything else is no reason of ours. */
const WHYS = { over: false, left: false, failed: true, 'not-listed': true, away: true, 'too-fast': true }

const find = selector => document.querySelector(selector)
const ways = document.body.dataset.ways.split(' ')
// a link of a group robot asks for a place, and is no key
let link = keepPlace() ? '' : location.hash.slice(1)
const why = new URLSearchParams(location.search).get('why')
if (location.hash !== '' || location.search !== '') history.replaceState(null, '', location.pathname)

function tell(words, isFault) {
  const place = find('.sign-in-why')
  place.hidden = false
  place.classList.toggle('fault', isFault)
  if (typeof words === 'string') label(place, words)
  else bilingual(place, words)
}

function show(way, is) {
  find(`[data-way="${way}"]`).hidden = !is
}

function showWays() {
  const byLink = ways.includes('link') && link !== ''
  show('enter', byLink)
  show('oidc', ways.includes('oidc') && !byLink)
  show('link', ways.includes('link') && !byLink)
  if (ways[0] === '') tell('desk-shut', true)
}

async function enter() {
  const button = find('[data-way="enter"] button')
  button.disabled = true
  try {
    const answer = await fetch('/desk/enter', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ link }),
      signal: AbortSignal.timeout(SEND_MS),
    })
    if (answer.ok) return location.replace('/desk')
    const refusal = await answer.json().catch(() => ({}))
    tell(refusal.message ?? 'sign-in-failed', true)
    if (answer.status === 410) {
      // spent: what is left are the ways without it
      link = ''
      showWays()
      return undefined
    }
  } catch {
    tell('sign-in-away', true)
  }
  button.disabled = false
  return undefined
}

restoreLanguage()
if (why !== null && Object.hasOwn(WHYS, why)) tell(`sign-in-${why}`, WHYS[why])
showWays()
find('[data-way="enter"] button').addEventListener('click', enter)
find('.language').addEventListener('click', () => {
  setLanguage(language() === 'zh' ? 'en' : 'zh')
  document.title = say('sign-in-title')
})
applyLabels(document)
