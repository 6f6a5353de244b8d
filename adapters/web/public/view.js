// The part of a list that is in view: knows whether somebody moved it by hand, and stays at the end when the room shrinks.

const NEAR_END_PX = 120

/** `newer` is the button that stands there while there is more below; `onShown` hears when a hidden list is shown again. */
export function createView(list, newer, onShown) {
  let reading = false
  /** where this file put the view: a scroll event from there is nobody's */
  let put = 0
  let height = list.clientHeight
  let atEnd = true

  const end = () => list.scrollHeight - list.clientHeight
  const isNearEnd = () => end() - list.scrollTop < NEAR_END_PX
  const note = () => {
    put = list.scrollTop
    atEnd = end() - put < 2
    newer.hidden = isNearEnd()
  }
  const to = top => {
    list.scrollTop = Math.max(0, Math.min(top, end()))
    note()
  }
  const toEnd = () => {
    reading = false
    to(end())
  }

  list.addEventListener('scroll', () => {
    if (Math.abs(list.scrollTop - put) <= 1) return
    reading = !isNearEnd()
    note()
  })
  newer.addEventListener('click', toEnd)
  new ResizeObserver(() => {
    const before = height
    height = list.clientHeight
    if (height === 0 || height === before) return
    // a keyboard that opens must not hide what was just being read
    if (before > 0 && atEnd && !reading) toEnd()
    if (before === 0) onShown()
  }).observe(list)

  return {
    to,
    toEnd,
    /** There is something new, and the view stays. */
    stay: () => {
      newer.hidden = isNearEnd()
    },
    isHidden: () => list.clientHeight === 0,
    /** Somebody moved up by hand and is not to be disturbed. */
    isReading: () => reading,
    /** Somebody did something that belongs to the end. */
    follow: () => {
      reading = false
    },
    /** Whether a card at the end begins where somebody who has not touched the view would see it. */
    reaches: element => element.offsetTop - list.scrollTop - list.clientHeight < NEAR_END_PX,
  }
}
