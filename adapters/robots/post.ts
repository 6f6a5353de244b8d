// One request to a robot and what came of it. These services say no inside an HTTP 200, so the body is read first; what it does
// not say, the status does.
import { type CallResult, networkResult } from '../delivery/call.ts'
import { readAtMost } from '../delivery/read-at-most.ts'
import type { RobotKind } from './kind.ts'
import { ANSWER_BYTES_MAX, CALL_MS_MAX, LIMITED_MS } from './limits.ts'

const MS_PER_S = 1_000

function get(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function errorResult(error: unknown): Exclude<CallResult, { is: 'done' }> {
  const code = get(get(error, 'cause'), 'code') ?? get(error, 'name')
  const result = networkResult(typeof code === 'string' ? code : 'no-answer')
  return result.is === 'done' ? { is: 'unknown', code: 'no-answer' } : result
}

/** The answer's object; undefined when it is none, or too long to be one. */
async function readObject(response: Response): Promise<Readonly<Record<string, unknown>> | undefined> {
  const bytes = await readAtMost(response.body ?? [], ANSWER_BYTES_MAX)
  if (!bytes) return undefined
  try {
    const parsed: unknown = JSON.parse(bytes.toString('utf8'))
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : undefined
  } catch {
    return undefined
  }
}

function statusResult({ status, headers }: Response): CallResult {
  if (status === 429) {
    const seconds = Number(headers.get('retry-after') ?? Number.NaN)
    return { is: 'limited', waitMs: seconds > 0 ? seconds * MS_PER_S : LIMITED_MS }
  }
  // a gateway may say this after the work was done
  if (status >= 500 || status < 300) return { is: 'unknown', code: `http-${status}` }
  return { is: 'refused', code: `http-${status}`, description: `http-${status}` }
}

/** Posts once. Never throws, never follows a redirect, and gives away no address. */
export async function post(kind: RobotKind, request: { url: string; body: object }): Promise<CallResult> {
  try {
    const response = await fetch(request.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(request.body),
      redirect: 'manual',
      signal: AbortSignal.timeout(CALL_MS_MAX),
    })
    const answer = await readObject(response)
    const said: CallResult = answer ? kind.read(answer) : { is: 'unknown', code: 'garbled' }
    return said.is === 'unknown' ? statusResult(response) : said
  } catch (error) {
    return errorResult(error)
  }
}

/** Whether the service answers at all; asked before something is sent a second time. */
export async function answers(url: string): Promise<CallResult> {
  try {
    const response = await fetch(new URL('/', url), {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(CALL_MS_MAX),
    })
    return response.status < 500
      ? { is: 'done', result: undefined }
      : { is: 'unreached', code: `http-${response.status}` }
  } catch (error) {
    const result = errorResult(error)
    return { is: 'unreached', code: 'code' in result ? result.code : 'no-answer' }
  }
}
