// Every limit of the web adapter, named once.

export const LIMITS = {
  /** a whole request; the longest honest one is a text of `textChars` in UTF-8 plus its envelope */
  bodyBytes: 64 * 1024,
  /** characters (code points) of one text */
  textChars: 4_000,
  /** one uploaded paper */
  paperBytes: 10 * 1024 * 1024,
  nameChars: 40,
  /** ticks in one field of a form */
  choices: 100,
  keyCharsMin: 8,
  keyCharsMax: 64,
  idChars: 120,
  /** seconds a browser keeps its conversation: half a year */
  cookieSeconds: 180 * 24 * 60 * 60,
  /** bytes of chance in the cookie: 128 bits */
  cookieBytes: 16,
  /** a whole request; an honest paper over a slow phone takes most of it */
  requestMs: 60_000,
} as const

/** Token buckets: `burst` at once, then `perSecond`. */
export const RATES = {
  /** one enterprise pressing and typing as fast as a person can */
  peer: { burst: 30, perSecond: 2 },
  /** papers of one enterprise */
  paper: { burst: 10, perSecond: 0.2 },
  /** everything from one network address: an office behind one address must still fit */
  address: { burst: 400, perSecond: 40 },
  /** the clerk page of one machine */
  desk: { burst: 60, perSecond: 5 },
  /** new conversations from one address */
  session: { burst: 60, perSecond: 1 },
  /** signing in from one address: an office that begins its day fits */
  signIn: { burst: 20, perSecond: 0.2 },
  /** signing in from everywhere */
  signInAll: { burst: 300, perSecond: 5 },
} as const

export const STREAM = {
  perPeer: 8,
  total: 1_000,
  /** the browser's own wait before it connects again */
  retryMs: 1_500,
  /** commits of other processes are not announced: look this often */
  pollMs: 2_000,
  heartbeatMs: 15_000,
  /** several commits in a row cost one read */
  gatherMs: 15,
  /** a reader this far behind is dropped; it connects again and replays */
  bufferBytes: 1024 * 1024,
} as const
