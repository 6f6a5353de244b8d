// Routes of the page itself: `/` with both halves (the chat alone where no desk is open), `/chat`, `/desk`, and their files.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Asset, pageFor, sendAsset } from './assets.ts'
import type { Context } from './context.ts'
import { needs } from './door.ts'
import { cookieWouldShow, issuePeer, peerOf } from './peer.ts'
import { addSignInRoutes } from './staff/sign-in-routes.ts'
import { addWidget, WIDGET_SCRIPT } from './widget-routes.ts'

export function addPages(
  app: FastifyInstance,
  context: Context,
  assets: ReadonlyMap<string, Asset>,
  signInShown: Asset,
): void {
  const pages = {
    both: pageFor('both', assets),
    chat: pageFor('chat', assets),
    desk: pageFor('desk', assets),
  }
  const withPeer = (view: keyof typeof pages, request: FastifyRequest, reply: FastifyReply) => {
    const isNew = peerOf(request) === undefined && cookieWouldShow(request)
    if (isNew && context.limits.session(request.ip) === 0) issuePeer(request, reply)
    return sendAsset(request, reply, pages[view])
  }

  app.get('/', needs('page.read'), (request, reply) =>
    withPeer(context.gate.admitsDemo(request) ? 'both' : 'chat', request, reply),
  )
  app.get('/chat', needs('page.read'), (request, reply) => withPeer('chat', request, reply))
  app.get('/desk', needs('desk.read'), (request, reply) => sendAsset(request, reply, pages.desk))
  addWidget(app, context, assets)
  addSignInRoutes(app, context, signInShown)
  for (const [file, asset] of assets) {
    if (!file.endsWith('.html') && file !== WIDGET_SCRIPT)
      app.get(`/${file}`, needs('page.read'), (request, reply) => sendAsset(request, reply, asset))
  }
}
