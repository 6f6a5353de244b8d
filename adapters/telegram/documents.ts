// Files of a card on Telegram: the entry of a visit follows its message as a document. The company's own papers stand in its
// chat already and are not sent back.
import type { CallResult } from '../delivery/call.ts'
import type { HandedFile } from '../handed-file.ts'

/** What the Bot API is to be given; a buffer makes it a form. */
export const documentPayload = (chat: number | string, { name, bytes }: HandedFile): Record<string, unknown> => ({
  chat_id: chat,
  document: { source: bytes, filename: name },
  disable_content_type_detection: true,
})

/** A file that is refused is left out: the message it belongs to has arrived. */
export const isLeftOut = (result: CallResult): boolean => result.is === 'refused' && result.code === '400'
