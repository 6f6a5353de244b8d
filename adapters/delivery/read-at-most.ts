// Reads what another server answers, without trusting its length.

/** The body's bytes; undefined when there are more than `max`, and the rest is not fetched. */
export async function readAtMost(response: Response, max: number): Promise<Buffer | undefined> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of response.body ?? []) {
    length += piece.length
    // leaving the loop cancels the rest
    if (length > max) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
