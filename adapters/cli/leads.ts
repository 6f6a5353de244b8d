// `yinqi leads`: how the desks do — funnel, response times, who is silent — and which rules banks keep contradicting. Ids,
// codes and counts only.
import { acceptanceOf, type Knowledge, LEAD_STATES, questionableRules, responseMinutes, silentHolders } from '#bot'
import { showQuantity } from '#engine'
import { loadData } from '../files/load.ts'
import type { OpenStore } from '../store/open.ts'
import { withStore } from './open-store.ts'

/** What companies come to before they apply, each with the audit verb that says so. */
const COMPANIES = [
  ['认定', 'case-recognised'],
  ['评级', 'case-rated'],
] as const
/** The steps of a lead, each with the audit verb that says it came there. */
const LEADS = [
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
  const companies = await Promise.all(
    COMPANIES.map(async ([title, verb]) => {
      const rows = await prisma.audit.findMany({ where: { verb }, distinct: ['caseId'], select: { caseId: true } })
      return { title, companies: rows.filter(row => row.caseId !== null).length }
    }),
  )
  const reached = await Promise.all(
    LEADS.map(async ([title, verb]) => {
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
  const { review } = knowledge.script
  return {
    companies: [{ title: '征集', companies: await prisma.conversation.count() }, ...companies],
    funnel: reached,
    desks,
    acceptance: acceptanceOf(decided, review.shrinkBy),
    questionable: questionableRules(decided, review),
  }
}

/** `yinqi leads` */
export async function showLeads(options: { readonly json: boolean }): Promise<void> {
  const { knowledge } = loadData()
  const found = await withStore(store => gather(store, knowledge, new Date().toISOString()))
  if (options.json) {
    process.stdout.write(`${JSON.stringify(found)}\n`)
    return
  }
  const steps = [
    ...found.companies.map(({ title, companies }) => `${title} ${companies}`),
    ...found.funnel.map(({ title, leads }) => `${title} ${leads}`),
  ]
  const lines = [steps.join(' → '), '']
  for (const one of found.desks) {
    const states = Object.entries(one.states).map(([state, count]) => `${state} ${count}`)
    const response = one.responseMinutes === null ? '—' : `${one.responseMinutes} min`
    const silent = Object.entries(one.silent).map(([id, count]) => `${id} ${count}`)
    lines.push(
      `${one.desk}  ${states.join(' ')}  响应 response ${response}  挑单 picked ${one.picked}  静默 silent ${silent.join(' ') || '—'}`,
    )
  }
  for (const { product, accepted, decided, share } of found.acceptance)
    lines.push(
      `获授信 accepted: ${product}  ${accepted}/${decided}  收缩后 shrunk ${showQuantity(share, 'percent', 'zh')}`,
    )
  for (const one of found.questionable)
    lines.push(`规则待复核 rule to review: ${one.product}  ${one.refusal} ${one.refused}/${one.decided}`)
  process.stdout.write(`${lines.join('\n')}\n`)
}
