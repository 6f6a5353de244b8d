// What was typed or pressed but not yet taken by the server: kept in order, sent one after the other, repeated with the
// same key after a lost connection, so that the server can tell a repetition from a second wish.

const RETRY_MS = [800, 1_600, 3_000, 6_000]
const SEND_MS = 10_000
const SESSION_TRIES = 2

/** 128 bits of chance; `crypto.randomUUID` does not exist on plain http, where a phone may well be. */
export function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

async function askSession(path) {
  const answer = await fetch(path, { method: 'POST', signal: AbortSignal.timeout(SEND_MS) })
  if (!answer.ok) throw new Error(`session ${answer.status}`)
  return answer
}

/** Inside another page the browser may keep no cookie at all: asked twice, the second time it must be known. */
async function ensureWidgetSession() {
  for (let tries = 0; tries < 2; tries++) {
    const { known } = await (await askSession('/widget/session')).json()
    if (known) return
  }
  document.body.dataset.cookies = 'none'
  document.querySelector('.no-cookies').hidden = false
  throw new Error('no cookies')
}

/** Asks for this browser's conversation; harmless when it has one. */
export async function ensureSession() {
  if (document.body.dataset.view === 'widget') await ensureWidgetSession()
  else await askSession('/chat/session')
}

function restored(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '[]')
  } catch {
    return []
  }
}

async function post(item, headers) {
  const answer = await fetch(item.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers() },
    body: JSON.stringify({ ...item.body, key: item.key }),
    signal: AbortSignal.timeout(SEND_MS),
  })
  const wait = Number(answer.headers.get('retry-after')) * 1000 || 0
  if (answer.ok) return { is: 'sent' }
  if (answer.status === 401) return { is: 'session' }
  if (answer.status === 429 || answer.status >= 500) return { is: 'later', wait }
  const refusal = await answer.json().catch(() => ({}))
  if (refusal.error === 'token-missing') return { is: 'session' }
  return { is: 'refused', message: refusal.message }
}

/**
 * A queue kept under `name` for this tab. `onState(item, state, message)` tells of 'waiting', 'sent' and 'refused'.
 * Items are { key, path, body, … }; whatever else they carry comes back with them. `headers()` go with each; `renew()` is
 * awaited when the server does not know who sends.
 */
export function createOutbox(name, onState, { headers = () => ({}), renew = ensureSession } = {}) {
  const queue = restored(name)
  let running = false
  let tries = 0
  let wakeUp = () => {}

  const store = () => {
    try {
      sessionStorage.setItem(name, JSON.stringify(queue))
    } catch {
      // Full or forbidden: the queue still lives as long as the page.
    }
  }
  const pause = ms =>
    new Promise(resolve => {
      const timer = setTimeout(resolve, ms)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const finish = (item, state, message) => {
    queue.shift()
    store()
    tries = 0
    onState(item, state, message)
  }
  const step = async item => {
    const result = await post(item, headers).catch(() => ({ is: 'later', wait: 0 }))
    if (result.is === 'sent') return finish(item, 'sent')
    if (result.is === 'refused') return finish(item, 'refused', result.message)
    if (result.is === 'session') {
      await renew().catch(() => {})
      if (tries >= SESSION_TRIES) onState(item, 'waiting')
    } else {
      onState(item, 'waiting')
    }
    await pause(Math.max(result.wait ?? 0, RETRY_MS[Math.min(tries++, RETRY_MS.length - 1)]))
  }
  const run = async () => {
    if (running) return
    running = true
    while (queue.length > 0) await step(queue[0])
    running = false
  }

  return {
    /** Items left over from before a reload, oldest first. */
    left: () => [...queue],
    put: item => {
      queue.push(item)
      store()
      run()
    },
    /** The line is back: do not wait for the clock. */
    retry: () => {
      wakeUp()
      run()
    },
  }
}
