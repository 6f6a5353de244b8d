// `yinqi export`: everything stored of one company, as a file for the company, when it asks on a platform that has no
// download of its own.
import { chmodSync, writeFileSync } from 'node:fs'
import { PLATFORMS } from '../received.ts'
import { InputFault } from './input.ts'
import { withStore } from './open-store.ts'

const OWNER_ONLY = 0o600

/** `yinqi export <platform> <peer> -o <file>`; the file is readable by the running account only. */
export async function exportFile(name: string, peer: string, { output }: { readonly output: string }): Promise<void> {
  const platform = PLATFORMS.find(one => one === name)
  if (!platform) throw new InputFault(`the platform is one of ${PLATFORMS.join(', ')}`)
  const found = await withStore(store => store.exportChat(platform, peer))
  if (!found) throw new InputFault(`nothing is stored of ${platform} ${peer}`)
  writeFileSync(output, `${JSON.stringify(found, null, 2)}\n`, { mode: OWNER_ONLY })
  chmodSync(output, OWNER_ONLY)
  const rows = Object.values(found.tables).reduce((sum, table) => sum + table.length, 0)
  process.stdout.write(`已导出 ${rows} 行到 ${output} / ${rows} rows in ${output}\n`)
}
