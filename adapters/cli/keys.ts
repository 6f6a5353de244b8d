// `yinqi keys rotate`: replaces the master key. With MASTER_KEY the new and the old one are settings; with a key file the
// next one is made beside it and takes its place at the end.
import { readConfig } from '../config.ts'
import { beginNextKey, takeNextKey } from '../store/key-file.ts'
import { InputFault } from './input.ts'
import { withStore } from './open-store.ts'
import { print } from './print.ts'

const REPORT_EVERY = 100

/** `yinqi keys rotate`: may be cut off and run again, and with MASTER_KEY the product may go on working beside it. */
export async function rotate(): Promise<void> {
  const { masterKey, oldMasterKey, databaseUrl, dataDir } = readConfig(process.env)
  if (masterKey && !oldMasterKey)
    throw new InputFault(
      'set MASTER_KEY to the new key and MASTER_KEY_OLD to the one until now, then start it all again',
    )
  if (!masterKey && databaseUrl !== undefined)
    throw new InputFault(
      'beside PostgreSQL a key is replaced by settings: MASTER_KEY_OLD takes what stands in master.key, MASTER_KEY the new one',
    )
  if (!masterKey) beginNextKey(dataDir)
  let done = 0
  const { cases, events } = await withStore(store =>
    store.rotateKeys(() => {
      done += 1
      if (done % REPORT_EVERY === 0) print(`${done} …`)
    }),
  )
  if (!masterKey) takeNextKey(dataDir)
  print(`已换好：${cases} 个案件、${events} 个事件。 / Done: ${cases} cases, ${events} events.`)
  print(
    masterKey
      ? '各进程去掉 MASTER_KEY_OLD 重启即可；旧备份仍要旧钥。 / Start all processes again without MASTER_KEY_OLD; old backups still need the old key.'
      : '新钥已在 master.key；旧备份仍要旧钥。 / The new key is in master.key; old backups still need the old one.',
  )
}
