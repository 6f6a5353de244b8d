// Reads what another server sends, without trusting its length.

/** The bytes of a body; undefined when there are more than `max`, and the rest is not fetched. */
export async function readAtMost(
  body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  max: number,
): Promise<Buffer | undefined> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of body) {
    length += piece.length
    // leaving the loop cancels the rest
    if (length > max) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
