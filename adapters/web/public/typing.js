// The line with three dots: appears a moment after something was sent, goes with the first answer.
import { label } from './labels.js'

const TYPING_MS = 300
const STILL_MS = 12_000

export function createTyping(element) {
  const word = element.querySelector('.typing-word')
  let timers = []
  const stop = () => {
    for (const timer of timers) clearTimeout(timer)
    timers = []
    element.hidden = true
  }
  const show = key => () => {
    label(word, key)
    element.hidden = false
  }
  return {
    start: () => {
      stop()
      timers = [setTimeout(show('typing'), TYPING_MS), setTimeout(show('still-typing'), STILL_MS)]
    },
    stop,
  }
}
