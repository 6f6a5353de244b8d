// Shuts the buttons of a chat or a thread from a press until its answer is there, so that nobody presses twice.

/** Buttons open again by then even if no answer came. */
const SHUT_MS = 15_000

/** The buttons keep the focus while they are shut, so a keyboard does not lose its place. */
export function createShutter(root) {
  let timer
  const open = () => {
    clearTimeout(timer)
    for (const button of root.querySelectorAll('.press')) button.removeAttribute('aria-disabled')
  }
  return {
    open,
    shut: () => {
      clearTimeout(timer)
      timer = setTimeout(open, SHUT_MS)
      for (const button of root.querySelectorAll('.press')) button.setAttribute('aria-disabled', 'true')
    },
  }
}
