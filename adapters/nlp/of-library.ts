// Packages that node-nlp brings along: its dependencies and not ours, so they are found through it. As a whole it brings forty
// languages and their recognizers, which take more memory than all models; nothing here loads it.
import { createRequire } from 'node:module'

/** One of them, untyped. */
export const ofLibrary = (name: string): unknown =>
  createRequire(createRequire(import.meta.url).resolve('node-nlp'))(name)
