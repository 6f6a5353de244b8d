// Who would lend to this dossier, how much, and why not.
export { type AmountRange, type AmountStep, amountOf, showAmount } from './amount.ts'
export { answersOn, calendarOf, nextTurnings, type Standing, standingOf, type Turning } from './calendar.ts'
export { type Catalogue, type CatalogueFiles, parseCatalogue } from './catalogue.ts'
export type { PlanDocument, PlanStep } from './documents.ts'
export { type Groups, groupsOf, type NoLine, type Seen, type StepLine, type Unlock, type Why } from './groups.ts'
export {
  type Directory,
  INSTITUTION_KINDS,
  type Institution,
  type InstitutionKind,
  parseDirectory,
  serves,
  type Team,
  teamFor,
} from './institution.ts'
export type { Likelihood } from './likelihood.ts'
export { type Match, match, type Refusal, type Undecided } from './match.ts'
export { type NeedFacts, needOf } from './need.ts'
export {
  isSettled,
  nextQuestion,
  type Outlook,
  outlookOf,
  type Question,
  type QuestionOptions,
} from './next-question.ts'
export { parseProduct } from './parse-product.ts'
export { allPlans, type Plan, type PlanOptions, type Plans, plansOf } from './plan.ts'
export { type ChosenPlan, PLANS_MAX, type PlanLabel, type TradeOff } from './plan-compare.ts'
export { type CostItem, isSaving, type PlanCost } from './plan-cost.ts'
export type { Span } from './plan-money.ts'
export type { Exposure, PlanTime } from './plan-terms.ts'
export { type Nearing, type Offer, type Possible, possible } from './possible.ts'
export {
  COLLATERALS,
  KINDS,
  type Product,
  type ProductExample,
  type ProductKind,
  SHARERS,
} from './product.ts'
export { type Prospect, probablePlans, prospectOf } from './prospect.ts'
export { type Reach, reachOf } from './reach.ts'
export { type Edition, type Rehearsal, type RehearsedChange, rehearse } from './rehearse.ts'
export { adviceOf, type Repair, type Repairs, repairFor } from './repair.ts'
export type { Row } from './rows.ts'
export { type Role, roleOf, type Stacking, type StackingFault, stackingFaults } from './stacking.ts'
export { afterChanges, type Change, type Step, stepFinder } from './step.ts'
export { type Stand, type Survey, surveyOf } from './survey.ts'
export { type Firm, type PreOffer, type Whitelist, whitelist } from './whitelist.ts'
