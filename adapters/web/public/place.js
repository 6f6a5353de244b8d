// A link from outside to one place of the desk, such as a group robot's: "#desk=…&thread=…", the thread by the end of its id.
// It is taken out of the address, and outlasts signing in, in this tab.
import { onTab } from './labels.js'

const KEPT = 'yinqi.place'
const PLACE = /^#desk=([\w-]{1,64})(?:&thread=([\w-]{1,64}))?$/

function read(hash) {
  const found = PLACE.exec(hash)
  return found ? { desk: found[1], thread: found[2] } : undefined
}

/** Keeps a place that stands in the address for after signing in; answers whether there was one. */
export function keepPlace() {
  const place = read(location.hash)
  if (!place) return false
  onTab(tab => tab.setItem(KEPT, location.hash))
  return true
}

/** The place asked for, once; undefined when none was. */
export function takePlace() {
  const place = read(location.hash) ?? read(onTab(tab => tab.getItem(KEPT)) ?? '')
  onTab(tab => tab.removeItem(KEPT))
  if (read(location.hash)) history.replaceState(null, '', location.pathname + location.search)
  return place
}
