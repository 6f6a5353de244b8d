// Files of a card on Telegram: the entry of a visit follows its message as a document. The company's own papers stand in its
// chat already and are not sent back.
import type { Card } from '#bot'
import type { CallResult } from '../delivery/call.ts'
import type { HandedFile, HandFile } from '../handed-file.ts'
import { isCalendar } from '../handed-file.ts'
import type { PaperReader } from '../store/papers.ts'

/** Ids of the files that go out with a card. */
export const filesOf = (card: Card): readonly string[] =>
  card.lines.flatMap(line => (line.kind === 'file' && isCalendar(line.file) ? [line.file] : []))

/** Fetches one; undefined when there is none any more, as after a visit was called off. */
export const fetchOf = (handFile: HandFile, peer: string, file: string): Promise<HandedFile | undefined> =>
  handFile(file, { kind: 'enterprise', platform: 'telegram', peer } satisfies PaperReader)

/** What the Bot API is to be given; a buffer makes it a form. */
export const documentPayload = (chat: number | string, { name, bytes }: HandedFile): Record<string, unknown> => ({
  chat_id: chat,
  document: { source: bytes, filename: name },
  disable_content_type_detection: true,
})

/** A file that is refused is left out: the message it belongs to has arrived. */
export const isLeftOut = (result: CallResult): boolean => result.is === 'refused' && result.code === '400'
