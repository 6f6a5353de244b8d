// What the forms of both desks share: their two buttons, and fields of ticks.
import type { FormField, Option } from '../form.ts'
import { forDesk, type Turn } from '../turn-state.ts'

/** The two buttons at the end of a form. */
export const ends = (turn: Turn): { submit: string; cancel: string } => ({
  submit: forDesk(turn).t('form.submit'),
  cancel: forDesk(turn).t('form.cancel'),
})

/** A field of ticks that may stay empty; none where there is nothing to tick. */
export const ticks = (
  name: string,
  label: string,
  options: readonly Option[],
  chosen: readonly string[] = [],
): FormField[] => (options.length > 0 ? [{ kind: 'choices', name, label, required: false, options, chosen }] : [])
