// The chat inside somebody else's page: talks with the page around it by messages only, and only with a website that the
// server lists. What is said in the chat never leaves the frame.

const SOURCE = 'yinqi-bridge'
const COARSE = matchMedia('(pointer: coarse)')

/** The website around us, as it was named when the frame was opened; undefined when it is none that may be. */
function parentOrigin(named) {
  const allowed = document.body.dataset.parents.split(' ')
  return named === location.origin || allowed.includes(named) ? named : undefined
}

/** What the script tag wished for. */
export const wishes = () => {
  const given = new URLSearchParams(location.hash.slice(1))
  return { parent: given.get('parent'), language: given.get('language') }
}

/**
 * Starts talking with the page around. Answers `isOpen` and `news(count)`. A page that is in no frame is no widget: it
 * becomes the whole page.
 */
export function startFrame(onOpened) {
  const origin = parentOrigin(wishes().parent)
  let isOpen = true
  if (window.parent === window) location.replace('/chat')
  const tell = message => {
    if (origin !== undefined) window.parent.postMessage({ source: SOURCE, ...message }, origin)
  }
  const close = () => tell({ is: 'close' })
  // with a finger the keyboard would hide half of what was just opened
  const chat = document.querySelector('.chat')
  chat.tabIndex = -1
  const focus = () => (COARSE.matches ? chat : chat.querySelector('.composer textarea')).focus({ preventScroll: true })

  addEventListener('message', event => {
    if (event.source !== window.parent || event.origin !== origin || event.data?.source !== SOURCE) return
    if (event.data.is !== 'opened' && event.data.is !== 'closed') return
    isOpen = event.data.is === 'opened'
    if (!isOpen) return
    onOpened()
    focus()
  })
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !event.defaultPrevented) close()
  })
  const button = document.querySelector('.close-widget')
  button.hidden = origin === undefined
  button.addEventListener('click', close)
  tell({ is: 'ready' })
  return { isOpen: () => isOpen, news: count => tell({ is: 'news', count }) }
}
