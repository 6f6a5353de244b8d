// From the network's raw activations to guesses: how far an intent stands above "none of our business" and above its rivals,
// put on one scale for both languages, 0…1.
import type { IntentGuess } from '#bot'
import type { Language } from '#engine'
import { NONE } from './intent-files.ts'

/** At most so many guesses are given. */
export const GUESSES_MAX = 3

/** What one candidate intent shows: its distance to None and to the strongest other intent. */
export interface Margins {
  readonly intent: string
  readonly overNone: number
  readonly overRival: number
}

/** A logistic curve over one margin. */
export interface Curve {
  readonly base: number
  readonly slope: number
}

/** The chance that a text is our business at all, and the chance that it is this intent and not a rival. */
export interface Calibration {
  readonly ours: Curve
  readonly this: Curve
}

/** Fitted by `crossValidate` on the utterances in bot/intents. */
export const CALIBRATION: Readonly<Record<Language, Calibration>> = {
  zh: { ours: { base: -0.37, slope: 6.09 }, this: { base: -0.5, slope: 7.96 } },
  en: { ours: { base: -0.09, slope: 6.1 }, this: { base: -0.66, slope: 7.53 } },
}

export function chance({ base, slope }: Curve, margin: number): number {
  return 1 / (1 + Math.exp(-(base + slope * margin)))
}

export function confidenceOf({ overNone, overRival }: Margins, calibration: Calibration): number {
  return chance(calibration.ours, overNone) * chance(calibration.this, overRival)
}

/** The strongest candidates, best first. An intent that is not activated at all is no candidate. */
export function candidates(activations: Readonly<Record<string, number>>): readonly Margins[] {
  const none = activations[NONE] ?? 0
  const ranked = Object.entries(activations)
    .filter(([intent, activation]) => intent !== NONE && activation > 0)
    .sort(([, one], [, other]) => other - one)
  return ranked.slice(0, GUESSES_MAX).map(([intent, activation], rank) => ({
    intent,
    overNone: activation - none,
    overRival: activation - (ranked[rank === 0 ? 1 : 0]?.[1] ?? 0),
  }))
}

export function calibrated(
  activations: Readonly<Record<string, number>>,
  calibration: Calibration,
): readonly IntentGuess[] {
  return candidates(activations).map(each => ({ intent: each.intent, confidence: confidenceOf(each, calibration) }))
}

export function guessesFrom(activations: Readonly<Record<string, number>>, language: Language): readonly IntentGuess[] {
  return calibrated(activations, CALIBRATION[language])
}
