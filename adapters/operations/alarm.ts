// Looks after the product every so often: a dead letter and every new fault of its health is told once, in the log, in the
// metrics and (dead letters) at the operators' desk.
import { type Card, OPERATORS_DESK } from '#bot'
import type { Log } from '../delivery/send.ts'
import { startRounds } from '../rounds.ts'
import type { DeadLetter, Store } from '../store/store.ts'
import type { Health, HealthFault } from './health.ts'
import type { Metrics } from './metrics.ts'

const EVERY_MS = 15_000
/** A card stays short; `yinqi dead list` has them all. */
const LETTERS_SHOWN = 5

export interface AlarmOptions {
  readonly store: Pick<Store, 'announceDead'>
  readonly health: () => Promise<Health>
  readonly metrics: Pick<Metrics, 'alarms'>
  readonly log: Log
}

/** The card at the operators' desk: ids and codes only. */
export function deadLetterCard(letters: readonly DeadLetter[]): Card {
  const shown = letters.slice(0, LETTERS_SHOWN)
  return {
    title: `有 ${letters.length} 件处理失败，请查看 / ${letters.length} could not be handled`,
    lines: [
      ...shown.map(({ kind, id, platform, code, desk }) => ({
        kind: 'item' as const,
        text: [`${kind === 'event' ? '事件 event' : '投递 delivery'} ${id}`, platform, code, desk]
          .filter(Boolean)
          .join(' · '),
      })),
      {
        kind: 'text',
        text: '什么都没有丢，卡片在工作台页面上照常看得到；点了名的单位请电话告知。查清原因后运行 yinqi dead retry 重试。 / Nothing is lost: the card stands on the desk page, so call the desk that is named, mend the cause, then run yinqi dead retry.',
      },
    ],
  }
}

/** One round; answers the faults that hold now, so that the next round tells only new ones. */
export async function look(
  { store, health, metrics, log }: AlarmOptions,
  known: ReadonlySet<HealthFault>,
): Promise<ReadonlySet<HealthFault>> {
  const { faults, is } = await health()
  for (const fault of faults) if (!known.has(fault)) log('error', `health.${fault}`, { is })
  for (const fault of known) if (!faults.includes(fault)) log('info', `health.${fault}-over`, { is })
  if (is === 'down') return new Set(faults)
  for (const { kind, id, platform, code, desk } of await store.announceDead(OPERATORS_DESK, deadLetterCard)) {
    metrics.alarms.inc({ kind })
    log('error', 'dead-letter', { kind, id: String(id), platform, code, ...(desk ? { desk } : {}) })
  }
  return new Set(faults)
}

/** Looks now and every 15 seconds, until the returned function is called. */
export function startAlarm(options: AlarmOptions): () => Promise<void> {
  let known: ReadonlySet<HealthFault> = new Set()
  const next = async () => {
    known = await look(options, known)
  }
  return startRounds(EVERY_MS, next, () => options.log('error', 'alarm-failed')).stop
}
