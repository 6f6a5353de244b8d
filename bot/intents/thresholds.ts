// When a recognised intent is acted on, and when it is only offered as a choice. Fitted by cross-validation.
export const INTENT_CERTAIN = 0.4
export const INTENT_POSSIBLE = 0.2
