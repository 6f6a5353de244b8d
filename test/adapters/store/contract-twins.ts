// Whether two chats are one company is told by the credit code and nothing else: the same name, or one that looks the same, joins
// nobody to anybody.
import { expect, test } from 'vitest'
import type { Open } from './contract.ts'
import * as e from './events.ts'

const [ONE, OTHER] = ['91320500MA1WXYT889', '91330108MA2TEXT014']
const NAME = '云谷（杭州）科技有限公司'
const ALIKE = [
  NAME,
  '云谷(杭州)科技有限公司',
  '云谷（杭州）科技有限公司 ',
  '云谷（杭州）科技有限公司\u200b',
  '雲谷（杭州）科技有限公司',
]

export function twinsContract(open: Open): void {
  /** A chat of a company with this name and this code, whose lead is open at a bank. */
  const company = async (peer: string, name: string, firm: string | undefined) => {
    const { store } = open()
    const item = await e.turn(store, e.says(peer, name), {
      change: current => {
        const filled = e.withLead(current)
        return {
          ...filled,
          answers: { 'company.name': { value: name, source: 'stated', at: e.AT } },
          leads: filled.leads.map(lead => ({ ...lead, ...(firm === undefined ? {} : { firm }) })),
        }
      },
    })
    return (await store.caseOf(item.received))?.id ?? expect.unreachable(peer)
  }

  test('the same name is nobody’s twin, with another code or none', async () => {
    const { store } = open()
    for (const [at, name] of ALIKE.entries()) await company(`p${at}`, name, at % 2 === 0 ? undefined : OTHER)
    const mine = await company('me', NAME, ONE)
    expect((await store.around(mine, ONE)).twins).toEqual([])
    // what is asked with is a code: a name there finds nobody, either
    for (const name of ALIKE) expect((await store.around(mine, name)).twins).toEqual([])
    expect((await store.around(mine, undefined)).twins).toEqual([])
  })

  test('the same code is, under whatever name', async () => {
    const { store } = open()
    for (const [at, name] of ['甲', '乙'].entries()) await company(`p${at}`, name, ONE)
    const mine = await company('me', NAME, ONE)
    expect((await store.around(mine, ONE)).twins).toHaveLength(2)
    expect((await store.around(mine, ONE.toLowerCase())).twins).toEqual([])
  })
}
