// What stands between the names of a list in each language.
import type { Language } from '#engine'

export const COMMA: Record<Language, string> = { zh: '、', en: ', ' }
