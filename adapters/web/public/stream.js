// Listens to the server. The browser reconnects by itself after a lost line; where it gives up (the server was away, the
// session ended) a new stream is opened behind the last message seen.

const RETRY_MS = [1_000, 2_000, 4_000, 8_000]
/** A browser allows six connections to one server: a tab nobody looks at gives its own back. */
const HIDDEN_MS = 60_000

/**
 * Opens `url` and keeps it open. `on` = { message, keep, ready, hello, over, state }; `state` gets true or false.
 * `prepare` is awaited before every new stream; if it fails, it is tried again.
 */
export function listen(url, on, prepare = async () => {}) {
  let source
  let last = ''
  let tries = 0
  let timer
  let hidden

  const again = () => {
    clearTimeout(timer)
    timer = setTimeout(open, RETRY_MS[Math.min(tries++, RETRY_MS.length - 1)])
  }
  const open = async () => {
    clearTimeout(timer)
    source?.close()
    source = undefined
    try {
      await prepare()
    } catch {
      on.state(false)
      return again()
    }
    const own = new EventSource(last ? `${url}?after=${last}` : url)
    source = own
    own.addEventListener('message', event => {
      last = event.lastEventId
      on.message(JSON.parse(event.data))
    })
    own.addEventListener('keep', event => on.keep(new Set(JSON.parse(event.data))))
    own.addEventListener('hello', event => on.hello?.(JSON.parse(event.data)))
    own.addEventListener('over', () => {
      own.close()
      on.over?.()
    })
    own.addEventListener('ready', () => {
      tries = 0
      on.state(true)
      on.ready()
    })
    own.addEventListener('error', () => {
      if (own !== source) return
      on.state(false)
      if (own.readyState === EventSource.CLOSED) again()
    })
  }

  addEventListener('online', () => source?.readyState !== EventSource.OPEN && open())
  addEventListener('offline', () => on.state(false))
  document.addEventListener('visibilitychange', () => {
    clearTimeout(hidden)
    if (!document.hidden) {
      if (!source) open()
      return
    }
    hidden = setTimeout(() => {
      clearTimeout(timer)
      source?.close()
      source = undefined
    }, HIDDEN_MS)
  })
  open()
}
