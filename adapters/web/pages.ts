// Routes of the page itself: `/` with both halves (the chat alone where no desk is open), `/chat`, `/desk`, and their files.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Asset, loadAssets, pageFor } from './assets.ts'
import type { Context } from './context.ts'
import { needs } from './door.ts'
import { cookieWouldShow, issuePeer, peerOf } from './peer.ts'

function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: Asset): FastifyReply {
  reply.headers({ 'content-type': asset.type, 'cache-control': 'no-cache', etag: asset.tag, vary: 'accept-encoding' })
  if (request.headers['if-none-match'] === asset.tag) return reply.code(304).send()
  const zip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  if (!zip) return reply.send(asset.plain)
  return reply.header('content-encoding', 'gzip').send(asset.zipped)
}

export async function addPages(app: FastifyInstance, context: Context): Promise<void> {
  const assets = await loadAssets()
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
    withPeer(context.gate.admitsDesk(request) ? 'both' : 'chat', request, reply),
  )
  app.get('/chat', needs('page.read'), (request, reply) => withPeer('chat', request, reply))
  app.get('/desk', needs('desk.read'), (request, reply) => sendAsset(request, reply, pages.desk))
  for (const [file, asset] of assets) {
    if (file !== 'index.html')
      app.get(`/${file}`, needs('page.read'), (request, reply) => sendAsset(request, reply, asset))
  }
}
