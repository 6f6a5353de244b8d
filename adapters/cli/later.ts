// Commands are loaded when they are called: most need neither servers nor models nor a database, and start three times as
// fast without them.

/** An action whose program text is loaded with its first call. */
export const later =
  <Given extends readonly unknown[]>(load: () => Promise<(...given: Given) => unknown>) =>
  async (...given: Given): Promise<void> => {
    const run = await load()
    await run(...given)
  }
