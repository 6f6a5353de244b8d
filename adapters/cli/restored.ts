// `yinqi restored`: run once on a restored backup, before the product starts on it.
import { withStore } from './open-store.ts'
import { print } from './print.ts'

/** Holds what waited in the backup; it is then listed by `yinqi dead list`. */
export async function holdRestored(): Promise<void> {
  const { events, deliveries } = await withStore(store => store.holdRestored())
  print(`已扣下：${events} 个事件、${deliveries} 条消息。 / Held: ${events} events, ${deliveries} messages.`)
  if (events + deliveries > 0)
    print(
      '逐条看 yinqi dead list，再 dead retry 或 dead drop。 / Look at yinqi dead list, then dead retry or dead drop.',
    )
}
