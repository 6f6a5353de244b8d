// The file format of test utterances: a `#label` line heads the utterances below it, one a line.

/** One utterance with the intent its author meant; `out` when it is none of the bot's business. */
export interface Labelled {
  readonly text: string
  readonly label: string
}

/** The label of utterances that belong to no intent; files may write OOS, OOS_far, None or none. */
export const OUT_OF_SCOPE = 'out'

/** `ask_rate` and `ask-rate` are the same intent. */
export function labelOf(heading: string): string {
  const id = heading.trim().toLowerCase().replaceAll('_', '-')
  return /^(?:oos|none|out)(?:-|$)/.test(id) ? OUT_OF_SCOPE : id
}

/** Utterances before the first `#label` line are left out, blank lines too. */
export function parseLabelled(content: string): readonly Labelled[] {
  const found: Labelled[] = []
  let label: string | undefined
  for (const raw of content.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const line = raw.trim()
    if (line.startsWith('#')) label = labelOf(line.slice(1))
    else if (line !== '' && label !== undefined) found.push({ text: line, label })
  }
  return found
}
