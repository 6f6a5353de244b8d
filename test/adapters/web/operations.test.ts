// /healthz and /metrics as a watching machine reads them.
import { expect, test } from 'vitest'
import { call } from './client.ts'
import { serve } from './serve.ts'

const metrics = { contentType: 'text/plain; version=0.0.4', text: async () => 'yinqi_store_up 1\n' }
const TOKEN = 'a-token-of-some-length'

test('health answers 503 when the product says it is down, 200 when it is only degraded', async () => {
  let is = 'degraded'
  const { address } = await serve({ health: async () => ({ is, faults: ['dead-letters'] }) })
  const degraded = await call(address, '/healthz')
  expect([degraded.status, JSON.parse(degraded.text)]).toEqual([200, { is: 'degraded', faults: ['dead-letters'] }])
  is = 'down'
  expect((await call(address, '/healthz')).status).toBe(503)
})

test('metrics are read on this machine, and through a proxy only with the token', async () => {
  const { address } = await serve({ metrics, metricsToken: TOKEN })
  const read = (headers: Record<string, string>) => call(address, '/metrics', { headers })
  expect(await read({})).toMatchObject({ status: 200, text: 'yinqi_store_up 1\n' })
  const proxied = { 'x-forwarded-for': '203.0.113.7' }
  expect((await read(proxied)).status).toBe(404)
  for (const authorization of ['', TOKEN, `Bearer ${TOKEN}x`, 'Bearer ', `bearer ${TOKEN}`])
    expect([authorization, (await read({ ...proxied, authorization })).status]).toEqual([authorization, 404])
  expect((await read({ ...proxied, authorization: `Bearer ${TOKEN}` })).status).toBe(200)
})

test('without metrics there is no such page', async () => {
  const { address } = await serve()
  expect((await call(address, '/metrics')).status).toBe(404)
})
