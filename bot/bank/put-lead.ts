// Replaces one lead of the case, and with it its next deadline: a lead is never stored without being watched.
import type { Lead } from '../case.ts'
import type { Turn } from '../turn-state.ts'
import { watch } from './watch.ts'

export function putLead(turn: Turn, lead: Lead): Lead {
  const watched = watch(turn, lead)
  turn.update({ leads: [...turn.case.leads.filter(one => one.id !== lead.id), watched] })
  return watched
}
