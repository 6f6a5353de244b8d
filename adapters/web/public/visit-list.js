// The visits of a team by park and urgency, fetched when somebody opens them.
import { renderCard } from './card.js'
import { label, say } from './labels.js'
import { make } from './make.js'

/** A line that opens into the list, fresh each time. */
export function createVisitList(desk) {
  const place = make('div', 'visit-list-body')
  const element = make('details', 'visit-list', label(make('summary'), 'visit-list'), place)
  const load = async () => {
    try {
      const answer = await fetch(`/desk/visits?desk=${encodeURIComponent(desk)}`)
      const card = await answer.json()
      place.replaceChildren(answer.ok ? renderCard(card, () => {}) : make('p', 'sub', say('not-sent')))
    } catch {
      place.replaceChildren(make('p', 'sub', say('not-sent')))
    }
  }
  element.addEventListener('toggle', () => {
    if (element.open) load()
  })
  return element
}
