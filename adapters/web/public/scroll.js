// Keeps the end of the conversation in view for whoever is there, and the beginning of an answer that is longer than the
// screen. Whoever reads further up is left in peace and told that there is more below.

const NEAR_END_PX = 120
const ABOVE_PX = 12

export function createScroll(log, newer) {
  let anchor
  let following = true
  const end = () => log.scrollHeight - log.clientHeight
  const isNearEnd = () => end() - log.scrollTop < NEAR_END_PX
  const toEnd = () => {
    log.scrollTop = end()
    newer.hidden = true
  }

  log.addEventListener('scroll', () => {
    following = isNearEnd()
    if (following) newer.hidden = true
  })
  newer.addEventListener('click', toEnd)
  return {
    toEnd,
    /** What was just sent: from here on belongs together with its answer. */
    mark: element => {
      anchor = element
      following = true
    },
    /** The element that marks the beginning was replaced by its stored twin. */
    moveMark: (from, to) => {
      if (anchor === from) anchor = to
    },
    settle: () => {
      if (following) log.scrollTop = anchor?.isConnected ? Math.min(anchor.offsetTop - ABOVE_PX, end()) : end()
      newer.hidden = isNearEnd()
    },
  }
}
