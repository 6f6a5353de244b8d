// A company writes faster than its messages are played: everything is kept and waits its time, and it is told so, kindly and
// not again and again.
import { text } from '../card.ts'
import type { Turn } from '../turn-state.ts'

/** What the tick says, with the seconds until its messages go on. */
export const PACED = 'paced'
const TOLD_AGAIN_MS = 30_000

export function tellPaced(turn: Turn, seconds: string): void {
  const { at } = turn.incoming
  const { pacedAt } = turn.case
  if (pacedAt !== undefined && Date.parse(at) - Date.parse(pacedAt) < TOLD_AGAIN_MS) return
  turn.update({ pacedAt: at })
  turn.say({ lines: [text(turn.t('paced.kept', { seconds }))] })
}
