// What a bank's desk can say in one form instead of several presses: decline with a reason and a word of its own, ask for
// certain papers, record a credit line with its terms. Who may is decided by the right of the button it stands for.
import { text } from '../card.ts'
import type { Lead, LeadState } from '../case.ts'
import { type Form, type FormField, type FormValues, type Option, onlyValue, readForm } from '../form.ts'
import { ends, ticks } from '../staff/desk-form.ts'
import { forDesk, type Turn } from '../turn-state.ts'
import { move, recordAmount } from './acts/move.ts'
import { askPapers } from './acts/papers.ts'
import { refuse } from './acts/refuse.ts'
import { type Staff, tell } from './desk.ts'
import { mayBecome } from './lead.ts'

/** Characters of a word of one's own beside a code. */
const REMARK_CHARS_MAX = 300
const WAN_MAX = 1_000_000
const RATE_PERCENT_MAX = 36
const RATE_DECIMALS = 4
const MONTHS_MAX = 360

interface LeadForm {
  readonly form: (turn: Turn, lead: Lead) => Form | undefined
  readonly does: (turn: Turn, lead: Lead, staff: Staff, values: FormValues) => void
}

const codes = (turn: Turn, list: Readonly<Record<string, { readonly title: { zh: string; en: string } }>>): Option[] =>
  Object.entries(list).map(([value, { title }]) => ({ value, text: forDesk(turn).w(title) }))

const remark = (turn: Turn): FormField => ({
  kind: 'text',
  name: 'remark',
  label: forDesk(turn).t('form.remark'),
  hint: forDesk(turn).t('form.remark-hint'),
  required: false,
  max: REMARK_CHARS_MAX,
  lines: true,
})

function refuseForm(turn: Turn): Form {
  const { t } = forDesk(turn)
  const options = codes(turn, turn.knowledge.script.refusals)
  return {
    title: t('form.refuse'),
    intro: t('form.refuse-intro'),
    fields: [{ kind: 'choice', name: 'reason', label: t('lead.why-refuse'), required: true, options }, remark(turn)],
    ...ends(turn),
  }
}

function papersForm(turn: Turn, lead: Lead): Form {
  const { t, w } = forDesk(turn)
  const { catalogue } = turn.knowledge
  const wanted = new Set(lead.products.flatMap(id => catalogue.products.get(id)?.documents ?? []))
  const options = [...wanted].flatMap(value => {
    const words = catalogue.documents.get(value)
    return words ? [{ value, text: w(words) }] : []
  })
  const chosen = options.map(option => option.value)
  return {
    title: t('form.papers'),
    intro: t('form.papers-intro'),
    fields: [
      ...ticks('papers', t('form.papers-which'), options, chosen),
      { ...remark(turn), name: 'other', label: t('form.papers-other') },
    ],
    ...ends(turn),
  }
}

function termsForm(turn: Turn, lead: Lead, to: LeadState): Form | undefined {
  if (!mayBecome(lead, to)) return undefined
  const { t } = forDesk(turn)
  const number = (name: string, max: number, decimals: number, required: boolean): FormField => ({
    kind: 'number',
    name,
    label: t(`form.terms.${name}`),
    required,
    min: name === 'months' ? 1 : 0,
    max,
    decimals,
  })
  return {
    title: t(`lead.state.${to}`),
    intro: t('form.terms-intro'),
    fields: [
      number('amount', WAN_MAX, RATE_DECIMALS, true),
      number('rate', RATE_PERCENT_MAX, RATE_DECIMALS, false),
      number('months', MONTHS_MAX, 0, false),
    ],
    ...ends(turn),
  }
}

/** The same way as typed figures go, so that both are read and recorded alike. */
function recordTerms(to: 'granted' | 'paid') {
  return (turn: Turn, lead: Lead, staff: Staff, values: FormValues): void => {
    move(turn, lead, staff, to)
    const asked = turn.case.leads.find(one => one.id === lead.id)
    const [amount, rate, months] = ['amount', 'rate', 'months'].map(name => onlyValue(values, name))
    const words = [`${amount} 万元`, ...(rate ? [`${rate}%`] : []), ...(months ? [`${months} 个月`] : [])].join('，')
    if (asked?.awaiting === to) recordAmount(turn, asked, staff, words)
  }
}

/** verb of the button → its form. */
export const LEAD_FORMS: Readonly<Record<string, LeadForm>> = {
  refuse: {
    form: refuseForm,
    does: (turn, lead, staff, values) =>
      refuse(turn, lead, staff, onlyValue(values, 'reason') ?? '', onlyValue(values, 'remark')),
  },
  papers: {
    form: papersForm,
    does: (turn, lead, _staff, values) =>
      askPapers(turn, lead, { chosen: values['papers'] ?? [], other: onlyValue(values, 'other') }),
  },
  granted: { form: (turn, lead) => termsForm(turn, lead, 'granted'), does: recordTerms('granted') },
  paid: { form: (turn, lead) => termsForm(turn, lead, 'paid'), does: recordTerms('paid') },
}

/** The form behind a button of a lead; undefined when the button has none or it cannot be filled in now. */
export function leadForm(turn: Turn, lead: Lead, verb: string): Form | undefined {
  return Object.hasOwn(LEAD_FORMS, verb) ? LEAD_FORMS[verb]?.form(turn, lead) : undefined
}

/** A form was handed in by somebody who may. What no longer fits the form of now is told, and nothing happens. */
export function fillLeadForm(turn: Turn, lead: Lead, staff: Staff, verb: string, given: FormValues): void {
  const form = leadForm(turn, lead, verb)
  const filled = form && readForm(form, given)
  if (filled?.is !== 'filled') return tell(turn, lead, { lines: [text(forDesk(turn).t('form.stale'))] })
  LEAD_FORMS[verb]?.does(turn, lead, staff, filled.values)
}
