// A form, as plain data that every platform can show: a modal in Slack, a box on a page. What comes back is read against
// the same form, so that nothing counts which was not offered.

interface Asked {
  readonly name: string
  readonly label: string
  /** small print under the field */
  readonly hint?: string | undefined
  readonly required: boolean
}

export interface Option {
  readonly value: string
  readonly text: string
}

export type FormField = Asked &
  (
    | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly chosen?: string | undefined }
    | { readonly kind: 'choices'; readonly options: readonly Option[]; readonly chosen: readonly string[] }
    /** YYYY-MM-DD */
    | { readonly kind: 'date'; readonly value?: string | undefined }
    /** HH:MM */
    | { readonly kind: 'time'; readonly value?: string | undefined }
    | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly decimals: number }
    | { readonly kind: 'text'; readonly max: number; readonly lines: boolean; readonly value?: string | undefined }
  )

export interface Form {
  readonly title: string
  readonly intro?: string | undefined
  readonly fields: readonly FormField[]
  /** on the button that hands it in */
  readonly submit: string
  readonly cancel: string
}

/** What was filled in, by field; a field left empty is missing or has no values. */
export type FormValues = Readonly<Record<string, readonly string[]>>

export const FORM_FAULTS = ['missing', 'not-offered', 'not-a-date', 'not-a-time', 'not-a-number', 'too-long'] as const
export type FormFault = (typeof FORM_FAULTS)[number]

const DATE = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const NUMBER = /^\d{1,9}(?:\.(\d{1,6}))?$/

function faultOf(field: FormField, given: readonly string[]): FormFault | undefined {
  const [only = ''] = given
  if (given.length === 0) return field.required ? 'missing' : undefined
  if (field.kind !== 'choices' && given.length > 1) return 'not-offered'
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return given.every(value => field.options.some(option => option.value === value)) ? undefined : 'not-offered'
    case 'date':
      return DATE.test(only) && !Number.isNaN(Date.parse(`${only}T00:00:00Z`)) ? undefined : 'not-a-date'
    case 'time':
      return TIME.test(only) ? undefined : 'not-a-time'
    case 'number': {
      const decimals = NUMBER.exec(only)?.[1]?.length ?? 0
      const inRange = NUMBER.test(only) && Number(only) >= field.min && Number(only) <= field.max
      return inRange && decimals <= field.decimals ? undefined : 'not-a-number'
    }
    case 'text':
      return only.length <= field.max ? undefined : 'too-long'
  }
}

export type FilledForm =
  | { readonly is: 'filled'; readonly values: FormValues }
  | { readonly is: 'faulty'; readonly faults: Readonly<Record<string, FormFault>> }

/**
 * Reads what was handed in against the form that was shown. Fields nobody asked for are left out, blanks do not count.
 * @returns every fault by the name of its field
 */
export function readForm(form: Form, given: FormValues): FilledForm {
  const values: Record<string, readonly string[]> = {}
  const faults: Record<string, FormFault> = {}
  for (const field of form.fields) {
    const raw = Object.hasOwn(given, field.name) ? (given[field.name] ?? []) : []
    const filled = [...new Set(raw.map(one => one.trim()).filter(one => one !== ''))]
    const fault = faultOf(field, filled)
    if (fault) faults[field.name] = fault
    else values[field.name] = filled
  }
  return Object.keys(faults).length > 0 ? { is: 'faulty', faults } : { is: 'filled', values }
}

/** The one value of a field; undefined when it was left empty. */
export const onlyValue = (values: FormValues, name: string): string | undefined => values[name]?.[0]
