// Forms of the desk page: which one a button opens for who presses it, and what was filled in. A form with faults is
// answered field by field and not stored, so nothing that was written is lost.
import type { FastifyInstance } from 'fastify'
import type { Context } from './context.ts'
import { atRate, deedOf } from './desk-routes.ts'
import { needs } from './door.ts'
import { cleanValues, deskFilled, deskLook } from './payload.ts'
import { refuse } from './refusal.ts'

/** Understood, but not as it should be filled in. */
const FAULTY = 422

export function addFormRoutes(app: FastifyInstance, context: Context): void {
  const { forms } = context

  app.post(
    '/desk/form',
    needs('desk.act'),
    atRate(context, async (request, reply) => {
      const body = deskLook.safeParse(request.body)
      if (!body.success) return refuse(reply, 'malformed')
      const { press } = body.data
      const deed = deedOf(context, { ...body.data, key: 'look' }, { kind: 'press', press })
      if (typeof deed === 'string') return refuse(reply, deed)
      const form = await forms?.look(deed)
      reply.header('cache-control', 'no-store')
      // no form for this person now: the press itself is to be played, and the turn says what is to be said
      return form ? reply.send({ form }) : reply.code(204).send()
    }),
  )

  app.post(
    '/desk/filled',
    needs('desk.act'),
    atRate(context, async (request, reply) => {
      const body = deskFilled.safeParse(request.body)
      if (!body.success) return refuse(reply, 'malformed')
      const { press, values } = body.data
      const deed = deedOf(context, body.data, { kind: 'form', press, values: cleanValues(values) })
      if (typeof deed === 'string') return refuse(reply, deed)
      const faults = await forms?.faults(deed)
      return faults ? reply.code(FAULTY).send({ faults }) : context.take(reply, deed)
    }),
  )
}
