// `yinqi leads`: how the desks do — funnel, response times, who is silent — and which rules banks keep contradicting. Ids,
// codes and counts only.
import { type Knowledge, LEAD_STATES, questionableRules, responseMinutes, silentHolders } from '#bot'
import { loadData } from '../files/load.ts'
import type { OpenStore } from '../store/open.ts'
import { withStore } from './open-store.ts'

/** The steps of the funnel, each with the audit verb that says a lead came there. 认定 and 评级 leave no such row. */
const FUNNEL = [
  ['申报', 'lead-applied'],
  ['推荐', 'lead-offered'],
  ['已领取', 'lead-taken'],
  ['洽谈/尽调', 'lead-talking'],
  ['意向', 'lead-intent'],
  ['授信', 'lead-granted'],
  ['放款', 'lead-paid'],
] as const

async function gather(store: OpenStore, knowledge: Knowledge, at: string) {
  const { prisma } = store.database
  const reached = await Promise.all(
    FUNNEL.map(async ([title, verb]) => {
      const rows = await prisma.audit.findMany({ where: { verb }, distinct: ['object'], select: { object: true } })
      return { title, leads: rows.length }
    }),
  )
  const leads = await prisma.lead.findMany({
    select: { receiver: true, state: true, products: true, refusal: true, picked: true },
  })
  const desks = []
  for (const desk of [...new Set(leads.map(lead => lead.receiver))].toSorted()) {
    const rows = await store.leadsOfDesk(desk)
    desks.push({
      desk,
      leads: rows.length,
      states: Object.fromEntries(
        LEAD_STATES.map(state => [state, rows.filter(row => row.state === state).length] as const).filter(
          ([, count]) => count > 0,
        ),
      ),
      responseMinutes: responseMinutes(knowledge, rows, at) ?? null,
      picked: leads.filter(lead => lead.receiver === desk && lead.picked).length,
      silent: Object.fromEntries(silentHolders(knowledge, rows, at)),
    })
  }
  const decided = leads
    .filter(({ state }) => state === 'refused' || state === 'granted' || state === 'paid')
    .map(({ products, refusal }) => ({ products, refusal: refusal ?? undefined }))
  const companies = await prisma.conversation.count()
  return { companies, funnel: reached, desks, questionable: questionableRules(decided) }
}

/** `yinqi leads` */
export async function showLeads(options: { readonly json: boolean }): Promise<void> {
  const { knowledge } = loadData()
  const found = await withStore(store => gather(store, knowledge, new Date().toISOString()))
  if (options.json) {
    process.stdout.write(`${JSON.stringify(found)}\n`)
    return
  }
  const funnel = found.funnel.map(({ title, leads }) => `${title} ${leads}`).join(' → ')
  const lines = [`征集 ${found.companies} → ${funnel}`, '']
  for (const one of found.desks) {
    const states = Object.entries(one.states).map(([state, count]) => `${state} ${count}`)
    const response = one.responseMinutes === null ? '—' : `${one.responseMinutes} min`
    const silent = Object.entries(one.silent).map(([id, count]) => `${id} ${count}`)
    lines.push(
      `${one.desk}  ${states.join(' ')}  响应 response ${response}  挑单 picked ${one.picked}  静默 silent ${silent.join(' ') || '—'}`,
    )
  }
  for (const one of found.questionable)
    lines.push(`规则待复核 rule to review: ${one.product}  ${one.refusal} ${one.refused}/${one.decided}`)
  process.stdout.write(`${lines.join('\n')}\n`)
}
