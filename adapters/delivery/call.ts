// What one call to a chat platform came to. The five cases are the only ones a sender must tell apart: two of them may
// be repeated blindly, one must be looked at first, and one must not be repeated at all.

export type CallResult =
  | { readonly is: 'done'; readonly result: unknown }
  /** too fast: the platform named a wait */
  | { readonly is: 'limited'; readonly waitMs: number }
  /** understood and refused */
  | {
      readonly is: 'refused'
      readonly code: string
      readonly description: string
      /** not because of the message: once a person has put our standing there right, it is taken */
      readonly mendable?: true | undefined
      /** the chat has another id now */
      readonly movedTo?: number | undefined
    }
  /** never reached the platform: nothing happened there */
  | { readonly is: 'unreached'; readonly code: string }
  /** sent, but the answer is missing or useless: it may have happened */
  | { readonly is: 'unknown'; readonly code: string }

export type Call = (method: string, payload: Readonly<Record<string, unknown>>) => Promise<CallResult>

const NEVER_SENT: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

/** Reads a network error's code: these few prove that no byte of the request was taken, all others prove nothing. */
export function networkResult(code: string): CallResult {
  return NEVER_SENT.has(code) ? { is: 'unreached', code } : { is: 'unknown', code }
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost'])

/** Tests never speak to the real platforms, however a configuration was put together. */
export function assertRootAllowed(root: string, env: string | undefined): void {
  if (env === 'test' && !LOOPBACK.has(new URL(root).hostname)) throw new Error('tests may call loopback addresses only')
}
