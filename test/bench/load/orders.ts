// What the load test tells its processes, and what they answer.

export type Order =
  | { readonly do: 'yardstick' }
  /** everybody, as fast as it goes */
  | { readonly do: 'rush'; readonly peers: readonly string[] }
  /** so many lines a second */
  | {
      readonly do: 'pace'
      readonly name: string
      readonly peers: number
      readonly lines: number
      readonly perSecond: number
      readonly flood?: { readonly lines: number; readonly perSecond: number }
    }
  | { readonly do: 'check'; readonly name: string; readonly peers: number }
  | { readonly do: 'stop' }

export interface Figures {
  /** most memory of the process while it obeyed */
  readonly megabytes: number
  readonly perSecond: number
  readonly lost: number
  /** milliseconds from claim to commit, one a turn; those of the flood are left out */
  readonly turns: readonly number[]
  /** milliseconds from acceptance to commit */
  readonly answers: readonly number[]
  /** of the process's own threads, database server not included */
  readonly processorMs: number
}
