// Settings that hold several values.

/** "a, b,,c" → a, b and c. */
export const listOf = (written: string): string[] =>
  written
    .split(',')
    .map(one => one.trim())
    .filter(Boolean)
