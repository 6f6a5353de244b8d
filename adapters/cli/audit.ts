// `yinqi audit verify`: reads the whole audit chain and recomputes it.
import { verifyAudit } from '../store/verify-audit.ts'
import { InputFault } from './input.ts'
import { withStore } from './open-store.ts'
import { print } from './print.ts'

const HASH = /^[0-9a-f]{64}$/

interface Options {
  readonly json: boolean
  /** a head that was written down elsewhere earlier */
  readonly holds?: string
}

/** `yinqi audit verify`: exit 0 when the chain holds, 1 when it does not. */
export async function verifyChain({ json, holds }: Options): Promise<void> {
  if (holds !== undefined && !HASH.test(holds)) throw new InputFault('--holds takes a head as audit verify printed it')
  const { check, known } = await withStore(async store => ({
    check: await verifyAudit(store),
    known: holds === undefined ? 1 : await store.database.prisma.audit.count({ where: { hash: holds } }),
  }))
  // a chain rebuilt from scratch is whole in itself: only a head kept elsewhere shows it
  const ok = check.ok && known > 0
  if (!ok) process.exitCode = 1
  if (json) {
    const plain = check.ok
      ? { rows: Number(check.rows), head: check.head }
      : { seq: Number(check.seq), problem: check.problem }
    print(JSON.stringify({ ok, ...plain, ...(known > 0 ? {} : { problem: 'rebuilt' }) }))
  } else if (!check.ok)
    print(
      `审计链在第 ${check.seq} 行断开：${check.problem}。 / The chain breaks at row ${check.seq}: ${check.problem}.`,
    )
  else if (known === 0)
    print('链完整，但没有给出的那个链尾：它被整个重写过。 / Whole, yet without the given head: it was rebuilt.')
  else
    print(
      `审计链完整：${check.rows} 行。链尾请另存库外。 / The chain holds: ${check.rows} rows. Keep its head elsewhere.\n${check.head}`,
    )
}
