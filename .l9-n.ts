import { readNumeral } from './bot/language/numeral.ts'
import { readShare } from './bot/language/share-at.ts'
for (const t of ['十分之一','十 分之一','四分之一']) console.log(t, JSON.stringify(readNumeral(t,0)), JSON.stringify(readShare(t,0)))
