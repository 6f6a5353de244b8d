// For machines that watch over the product: /healthz for whoever may reach the server, /metrics for this machine or with
// the token.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from './context.ts'
import { refuse } from './refusal.ts'

export interface OperationsOptions {
  /** answers `is: 'down'` or throws when the product cannot take events */
  readonly health: () => Promise<object>
  readonly metrics?: { readonly contentType: string; text(): Promise<string> } | undefined
  /** who shows this may read /metrics from elsewhere */
  readonly metricsToken?: string | undefined
  readonly report: (code: string, error: unknown) => void
}

const isDown = (health: object): boolean => 'is' in health && health.is === 'down'

/** Compared by digest, so that neither length nor content shows in the time it takes. */
function shows(request: FastifyRequest, token: string): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest()
  return timingSafeEqual(digest(request.headers.authorization ?? ''), digest(`Bearer ${token}`))
}

export function addOperations(app: FastifyInstance, context: Context, options: OperationsOptions): void {
  const { health, metrics, metricsToken, report } = options
  app.get('/healthz', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    try {
      const found = await health()
      return reply.code(isDown(found) ? 503 : 200).send({ is: 'up', ...found })
    } catch (error) {
      report('health', error)
      return reply.code(503).send({ is: 'down' })
    }
  })
  if (!metrics) return
  app.get('/metrics', async (request, reply) => {
    const admitted = context.gate.admitsDesk(request) || (metricsToken !== undefined && shows(request, metricsToken))
    if (!admitted) return refuse(reply, 'not-found')
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.text())
  })
}
