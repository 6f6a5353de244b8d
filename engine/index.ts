// What is known of a company, and what it is worth: facts, dossiers, rating models.
export * from './dossier.ts'
export * from './fact.ts'
export * from './problem.ts'
export * from './quantity.ts'
export * from './words.ts'
