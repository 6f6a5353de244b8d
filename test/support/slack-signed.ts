// The sender of signed requests, as Slack signs them, and as somebody who is not Slack would.
import { createHmac } from 'node:crypto'

export interface Signing {
  readonly secret: string
  /** seconds; now when absent */
  readonly stamp?: number
  /** changes the signature after it was made */
  readonly forge?: (signature: string) => string
  readonly form?: boolean
  readonly contentType?: string
}

/** Sends what Slack would send, signed; answers the HTTP status. */
export async function sendSigned(port: number, payload: unknown, signing: Signing): Promise<number> {
  const json = JSON.stringify(payload)
  return (await sendBody(port, signing.form ? `payload=${encodeURIComponent(json)}` : json, signing)).status
}

/** The same, with what was answered: errors of a modal, the words to a command; undefined when nothing was said. */
export async function askSigned(
  port: number,
  payload: object,
  signing: Signing & { readonly command?: boolean },
): Promise<{ readonly status: number; readonly answer: unknown }> {
  const flat = Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)])
  const body = signing.command
    ? new URLSearchParams(flat).toString()
    : `payload=${encodeURIComponent(JSON.stringify(payload))}`
  const { status, text: said } = await sendBody(port, body, { ...signing, form: true })
  return { status, answer: said === '' ? undefined : JSON.parse(said) }
}

async function sendBody(
  port: number,
  body: string,
  signing: Signing,
): Promise<{ readonly status: number; readonly text: string }> {
  const stamp = signing.stamp ?? Math.floor(Date.now() / 1_000)
  const hash = createHmac('sha256', signing.secret).update(`v0:${stamp}:${body}`).digest('hex')
  const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    headers: {
      // A charset after the type, which fetch adds to strings, is not what Slack sends; a Buffer keeps this header.
      'content-type': signing.contentType ?? (signing.form ? 'application/x-www-form-urlencoded' : 'application/json'),
      'x-slack-request-timestamp': String(stamp),
      'x-slack-signature': signing.forge ? signing.forge(`v0=${hash}`) : `v0=${hash}`,
    },
    body: Buffer.from(body),
  })
  return { status: response.status, text: await response.text() }
}
