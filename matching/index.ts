// Who would lend to this dossier, how much, and why not.
export { type AmountRange, type AmountStep, amountOf, showAmount } from './amount.ts'
export { type Catalogue, type CatalogueFiles, parseCatalogue } from './catalogue.ts'
export {
  type Directory,
  INSTITUTION_KINDS,
  type Institution,
  type InstitutionKind,
  parseDirectory,
  type Team,
  teamFor,
} from './institution.ts'
export { type Match, match, type Offer, type Refusal, type Undecided } from './match.ts'
export { type NeedFacts, needOf } from './need.ts'
export { nextQuestion, type Question } from './next-question.ts'
export { parseProduct } from './parse-product.ts'
export {
  COLLATERALS,
  KINDS,
  type Product,
  type ProductExample,
  type ProductKind,
  SHARERS,
} from './product.ts'
