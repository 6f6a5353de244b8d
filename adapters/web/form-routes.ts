// Forms of the desk page: which one a button opens for who presses it, and what was filled in. A form with faults is
// answered field by field and not stored, so nothing that was written is lost.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Context } from './context.ts'
import { atRate, deedOf } from './desk-routes.ts'
import { needs } from './door.ts'
import { cleanValues, deskFilled, deskInvite, deskInvited, deskLook } from './payload.ts'
import { refuse } from './refusal.ts'
import { actorAt, refusesDesk } from './staff/actor.ts'

/** Understood, but not as it should be filled in. */
const FAULTY = 422

/** A manager of the desk may have companies asked beforehand. It is about no case, so it does not go through the inbox. */
function addPreOffers(app: FastifyInstance, context: Context): void {
  const { preOffers } = context
  const staffOf = async (request: FastifyRequest, { desk, name }: { desk: string; name: string }) => {
    if (await refusesDesk(context, request, desk)) return undefined
    const actor = actorAt(request, desk, name)
    return actor && ({ kind: 'staff', desk, ...actor } as const)
  }

  app.post(
    '/desk/pre-offer/form',
    needs('desk.act'),
    atRate(context, deskInvite, async (body, request, reply) => {
      const staff = await staffOf(request, body)
      if (!staff) return refuse(reply, 'unknown-desk')
      const form = preOffers?.form(staff)
      if (form === 'denied') return refuse(reply, 'manager-only')
      reply.header('cache-control', 'no-store')
      return form ? reply.send({ form }) : reply.code(204).send()
    }),
  )

  app.post(
    '/desk/pre-offer',
    needs('desk.act'),
    atRate(context, deskInvited, async (body, request, reply) => {
      const staff = await staffOf(request, body)
      if (!staff) return refuse(reply, 'unknown-desk')
      const result = (await preOffers?.fill(staff, cleanValues(body.values), body.key)) ?? 'denied'
      if (result === 'denied') return refuse(reply, 'manager-only')
      return result === 'done' ? reply.code(202).send({ is: result }) : reply.code(FAULTY).send({ faults: result })
    }),
  )
}

export function addFormRoutes(app: FastifyInstance, context: Context): void {
  const { forms } = context
  addPreOffers(app, context)

  app.post(
    '/desk/form',
    needs('desk.act'),
    atRate(context, deskLook, async (body, request, reply) => {
      const { press } = body
      const deed = await deedOf(context, request, { ...body, key: 'look' }, { kind: 'press', press })
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
    atRate(context, deskFilled, async (body, request, reply) => {
      const { press, values } = body
      const deed = await deedOf(context, request, body, { kind: 'form', press, values: cleanValues(values) })
      if (typeof deed === 'string') return refuse(reply, deed)
      const faults = await forms?.faults(deed)
      return faults ? reply.code(FAULTY).send({ faults }) : context.take(reply, deed)
    }),
  )
}
