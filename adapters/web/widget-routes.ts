// The chat as a widget on other websites: the script they load, the page in the frame, and the session that lives there. Which
// websites may is for the browser to hold (frame-ancestors), by what the settings say.
import type { FastifyInstance } from 'fastify'
import { type Asset, sendAsset, widgetPage } from './assets.ts'
import type { Context } from './context.ts'
import { needs } from './door.ts'
import { issueWidgetPeer, peerOf } from './peer.ts'
import { tooFast } from './refusal.ts'
import { widgetPolicy } from './security.ts'

/** What a website puts into its page. */
export const WIDGET_SCRIPT = 'widget.js'

export function addWidget(app: FastifyInstance, context: Context, assets: ReadonlyMap<string, Asset>): void {
  const { widgetOrigins, limits } = context
  const page = widgetPage(widgetOrigins, assets)
  const script = assets.get(WIDGET_SCRIPT)
  if (!script) throw new Error(`${WIDGET_SCRIPT} is missing`)

  app.get('/widget', needs('page.read'), (request, reply) =>
    sendAsset(request, reply.header('content-security-policy', widgetPolicy(widgetOrigins)), page),
  )
  app.get(`/${WIDGET_SCRIPT}`, needs('page.read'), (request, reply) =>
    sendAsset(request, reply.header('cross-origin-resource-policy', 'cross-origin'), script),
  )
  // answers whether the browser keeps what it was given: inside another website it may not
  app.post('/widget/session', needs('session.begin'), (request, reply) => {
    reply.header('cache-control', 'no-store')
    if (peerOf(request) !== undefined) return reply.send({ known: true })
    const wait = limits.session(request.ip)
    if (wait > 0) return tooFast(reply, wait)
    issueWidgetPeer(reply)
    return reply.send({ known: false })
  })
}
