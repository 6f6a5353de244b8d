// `yinqi talk`: the same conversation in a terminal. The talk is kept, so that the next `yinqi talk` goes on with it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readConfig } from '../config.ts'
import { startConsole } from '../console/index.ts'
import { createLog } from '../log.ts'
import { newId } from '../new-id.ts'
import { startProduct } from '../product.ts'

interface Options {
  readonly english: boolean
  readonly new: boolean
  readonly json: boolean
}

/** Whose talk this terminal continues: one id, kept beside the data. */
function terminalPeer(folder: string, fresh: boolean): string {
  const file = path.join(folder, 'terminal-peer')
  if (!fresh && existsSync(file)) return readFileSync(file, 'utf8').trim()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const peer = newId()
  writeFileSync(file, `${peer}\n`, { mode: 0o600 })
  return peer
}

/** `yinqi talk` */
export async function talk(options: Options): Promise<void> {
  const config = readConfig({ ...process.env, TELEGRAM_BOT_TOKEN: '', SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: '' })
  const product = await startProduct(
    config,
    createLog('quiet', () => new Date()),
  )
  const { store, wake, now } = product
  const screen = startConsole({
    store,
    wake,
    now,
    newId,
    input: process.stdin,
    output: process.stdout,
    peer: terminalPeer(config.dataDir, options.new),
    language: options.english ? 'en' : 'zh',
    json: options.json,
  })
  process.on('SIGINT', () => screen.close())
  await screen.done
  await product.stop()
}
