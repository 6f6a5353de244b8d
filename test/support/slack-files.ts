// Files in the strict local Slack: the three steps of an upload, what a thread then shows of it, and deletion.

type Json = Record<string, unknown>

export interface UploadedFile {
  readonly id: string
  readonly filename: string
  readonly length: number
  bytes: Buffer | undefined
  title: string | undefined
  /** where it stands once the upload is complete */
  shared: { readonly channel: string; readonly threadTs: string | undefined } | undefined
}

export interface SlackFiles {
  readonly all: readonly UploadedFile[]
  ticket(form: Json, origin: string): Json
  /** the HTTP status of the bytes' own request */
  take(id: string, bytes: Buffer): number
  complete(form: Json): Json
  remove(form: Json): Json
  inThread(channel: unknown, threadTs: string): readonly { id: string; title: string }[]
}

const BYTES_MAX = 10 * 1_048_576

/** `refuse` throws what Slack would answer. */
export function createSlackFiles(refuse: (code: string) => never): SlackFiles {
  const all: UploadedFile[] = []
  let serial = 0
  const find = (id: unknown): UploadedFile => all.find(file => file.id === id) ?? refuse('file_not_found')
  return {
    all,
    ticket(form, origin) {
      const length = Number(form['length'])
      const filename = String(form['filename'] ?? '')
      if (filename === '' || !Number.isInteger(length) || length < 1 || length > BYTES_MAX) refuse('invalid_arguments')
      const id = `F${++serial}`
      all.push({ id, filename, length, bytes: undefined, title: undefined, shared: undefined })
      return { file_id: id, upload_url: `${origin}/upload/${id}` }
    },
    take(id, bytes) {
      const file = all.find(one => one.id === id)
      if (!file || bytes.length !== file.length) return 400
      file.bytes = bytes
      return 200
    },
    complete(form) {
      const files: unknown = JSON.parse(String(form['files'] ?? '[]'))
      if (!Array.isArray(files) || files.length === 0) return refuse('invalid_arguments')
      for (const { id, title } of files) {
        const file = find(id)
        if (!file.bytes || file.shared) refuse('file_not_found')
        file.title = String(title ?? file.filename)
        const { channel_id: channel, thread_ts: thread } = form
        file.shared = { channel: String(channel), threadTs: thread === undefined ? undefined : String(thread) }
      }
      return { files }
    },
    remove(form) {
      all.splice(all.indexOf(find(form['file'])), 1)
      return {}
    },
    inThread: (channel, threadTs) =>
      all
        .filter(({ shared }) => shared?.channel === channel && shared?.threadTs === threadTs)
        .map(({ id, title = '' }) => ({ id, title })),
  }
}
