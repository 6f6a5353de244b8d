// What of the conversation is in view: what was just sent with the beginning of its answer below it, however long that is
// and in how many cards it comes. Whoever reads further up is left in peace and told that there is more below.
import { createView } from './view.js'

const ABOVE_PX = 12
/** A long message of one's own leaves this part of the view to the answer. */
const ANSWER_PART = 0.6
/** Cards that come this shortly after one another are one answer. */
const TOGETHER_MS = 1_500

const isOwn = element => element?.classList.contains('own')

export function createScroll(log, newer) {
  /** where the view begins: the newest own message, or the first card that came without one */
  let anchor
  /** the first card of the answer */
  let first
  /** something was sent and has no answer yet */
  let asked = false
  /** the first card that came while the log was not on the screen */
  let missed
  let lastAt = 0

  const settle = () => {
    if (view.isReading() || !anchor?.isConnected) return view.stay()
    const top = anchor.offsetTop - ABOVE_PX
    const answer = first?.isConnected ? first.offsetTop - log.clientHeight * (1 - ANSWER_PART) : top
    view.to(Math.max(top, answer))
  }
  const begin = element => {
    anchor = isOwn(element.previousElementSibling) ? element.previousElementSibling : element
    first = element
    settle()
  }
  const view = createView(log, newer, () => {
    if (missed?.isConnected) begin(missed)
    missed = undefined
  })

  return {
    toEnd: view.toEnd,
    /** Something was just sent: it and its answer belong into view. Several in a row stay together. */
    sent: element => {
      if (!asked || !anchor?.isConnected) anchor = element
      first = undefined
      asked = true
      view.follow()
      settle()
    },
    /** A card came. */
    arrived: element => {
      const answers = asked
      const together = Date.now() - lastAt < TOGETHER_MS
      lastAt = Date.now()
      asked = false
      if (view.isHidden()) missed ??= element
      else if (answers) {
        first = element
        settle()
      } else if (together) settle()
      else if (!view.isReading() && view.reaches(element)) begin(element)
      else view.stay()
    },
    /** The element that marks the beginning was replaced by its stored twin. */
    moveMark: (from, twin) => {
      if (anchor === from) anchor = twin
    },
  }
}
