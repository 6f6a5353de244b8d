// What staff are told who put a file into a thread: words pass here, files do not, and nothing of it was kept.
import type { Knowledge } from '../knowledge.ts'
import { say } from '../phrases.ts'

/** One line for a desk, in both languages: whoever reads it may know either. */
export const filesStayLine = ({ phrases }: Knowledge): string =>
  `${say(phrases, 'zh', 'desk-files-stay')} / ${say(phrases, 'en', 'desk-files-stay')}`
