// Understanding of values, facts and commands in what people type: deterministic, linear in the length of the text, Chinese
// first and English too.
export { isAbuse } from './abuse.ts'
export { type Command, readCommand } from './commands.ts'
export { type Consent, readConsent } from './consent.ts'
export { extract } from './extract.ts'
export { FORBIDDEN_WISHES, type ForbiddenWish } from './forbidden.ts'
export type { Extraction, FoundFact, UnclearFact, UnclearProblem } from './found.ts'
export { type Lexicon, prepare } from './lexicon.ts'
export { normalise } from './normalise.ts'
export { readAmount } from './read-amount.ts'
export { type AnswerCode, type AnswerReading, readAnswer } from './read-answer.ts'
export type { Context } from './scene.ts'
export { sentenceLanguage } from './spoken.ts'
