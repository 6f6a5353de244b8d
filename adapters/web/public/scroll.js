// What of the conversation is in view: what was just sent with the beginning of its answer below it, however long that is
// and in how many cards it comes. Whoever reads further up is left in peace and told that there is more below.

const NEAR_END_PX = 120
const ABOVE_PX = 12
/** A long message of one's own leaves this part of the view to the answer. */
const ANSWER_PART = 0.6
/** Cards that come this shortly after one another are one answer. */
const TOGETHER_MS = 1_500

export function createScroll(log, newer) {
  /** where the view begins: the newest own message, or the first card that came without one */
  let anchor
  /** the first card of the answer */
  let first
  /** something was sent and has no answer yet */
  let asked = false
  let reading = false
  let lastAt = 0
  /** where this file put the view: a scroll event from there is not the reader's */
  let put = 0

  const end = () => log.scrollHeight - log.clientHeight
  const isNearEnd = () => end() - log.scrollTop < NEAR_END_PX
  const to = top => {
    log.scrollTop = Math.max(0, Math.min(top, end()))
    put = log.scrollTop
  }
  const toEnd = () => {
    reading = false
    to(end())
    newer.hidden = true
  }
  const settle = () => {
    if (!reading && anchor?.isConnected) {
      const top = anchor.offsetTop - ABOVE_PX
      const answer = first?.isConnected ? first.offsetTop - log.clientHeight * (1 - ANSWER_PART) : top
      to(Math.max(top, answer))
    }
    newer.hidden = isNearEnd()
  }
  /** Whether a card at the end begins where somebody who has not touched the view would see it. */
  const follows = element => element.offsetTop - log.scrollTop - log.clientHeight < NEAR_END_PX
  const isOwn = element => element?.classList.contains('own')

  log.addEventListener('scroll', () => {
    if (Math.abs(log.scrollTop - put) <= 1) return
    put = log.scrollTop
    reading = !isNearEnd()
    if (!reading) newer.hidden = true
  })
  newer.addEventListener('click', toEnd)
  return {
    toEnd,
    /** Something was just sent: it and its answer belong into view. Several in a row stay together. */
    sent: element => {
      if (!asked || !anchor?.isConnected) anchor = element
      first = undefined
      asked = true
      reading = false
      settle()
    },
    /** A card came. */
    arrived: element => {
      const together = asked || Date.now() - lastAt < TOGETHER_MS
      lastAt = Date.now()
      if (!together && !reading && follows(element)) {
        anchor = isOwn(element.previousElementSibling) ? element.previousElementSibling : element
        first = element
      } else if (asked) first = element
      asked = false
      if (together || anchor === element || first === element) settle()
      else newer.hidden = isNearEnd()
    },
    /** The element that marks the beginning was replaced by its stored twin. */
    moveMark: (from, twin) => {
      if (anchor === from) anchor = twin
    },
  }
}
