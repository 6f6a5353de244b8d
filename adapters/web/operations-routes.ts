// For machines that watch over the product: /healthz for whoever may reach the server, /metrics for this machine or with
// the token.
import type { FastifyInstance } from 'fastify'
import { needs } from './door.ts'

export interface OperationsOptions {
  /** answers `is: 'down'` or throws when the product cannot take events */
  readonly health: () => Promise<object>
  readonly metrics?: { readonly contentType: string; text(): Promise<string> } | undefined
  readonly report: (code: string, error: unknown) => void
}

const isDown = (health: object): boolean => 'is' in health && health.is === 'down'

export function addOperations(app: FastifyInstance, options: OperationsOptions): void {
  const { health, metrics, report } = options
  app.get('/healthz', needs('health.read'), async (_request, reply) => {
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
  app.get('/metrics', needs('metrics.read'), async (_request, reply) => {
    return reply
      .header('cache-control', 'no-store')
      .type(metrics.contentType)
      .send(await metrics.text())
  })
}
