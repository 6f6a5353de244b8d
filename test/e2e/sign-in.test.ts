// The whole product, signed in to: a link made by the command while the product runs, used in its own process; what is signed
// in survives kill -9; `yinqi desk end` and contradicting settings do what they say.
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openBrowser } from '../adapters/web/staff-scene.ts'
import { useProduct } from './product.ts'

const TIMEOUT_MS = 300_000
const MAIN = fileURLToPath(new URL('../../adapters/cli/main.ts', import.meta.url))
const PERSON = 'bank-of-jiangsu-1'

const { folder, start, startInVain } = useProduct()

/** Runs a command beside the product, on its settings. */
async function yinqi(settings: Readonly<Record<string, string>>, ...words: string[]): Promise<string> {
  const { PATH, HOME } = process.env
  const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=source', MAIN, ...words], {
    env: { PATH, HOME, ...settings },
  })
  return stdout
}

test('a link of the command opens the desk of its person in the running product', { timeout: TIMEOUT_MS }, async () => {
  const settings = { DATA_DIR: await folder(), DESK_SIGN_IN: 'link' }
  const product = await start(settings)
  expect(product.printed()).toContain('登录后打开')
  const link = async () => {
    const { url } = JSON.parse(await yinqi(settings, 'desk', 'link', PERSON, '--json'))
    return String(url).split('#')[1] ?? ''
  }
  const browser = openBrowser(product.address)
  const secret = await link()
  expect((await browser.post('/desk/enter', { link: secret })).status).toBe(204)
  expect((await browser.post('/desk/enter', { link: secret })).status).toBe(410)
  expect(await browser.me()).toMatchObject({ id: PERSON, desks: ['bank-of-jiangsu'] })

  await product.kill()
  const again = await start(settings)
  const back = openBrowser(again.address)
  for (const [name, value] of browser.jar) back.jar.set(name, value)
  expect((await back.me()).id).toBe(PERSON)
  expect(await yinqi(settings, 'desk', 'end', PERSON)).toContain('已在所有设备上退出')
  await expect.poll(async () => (await back.me()).error, { timeout: 10_000, interval: 500 }).toBe('not-signed-in')

  // whoever is not on the list gets no link, and nothing is left for the product
  await expect(yinqi(settings, 'desk', 'link', 'nobody')).rejects.toThrow('lists nobody called nobody')
  await expect(yinqi({ ...settings, DESK_SIGN_IN: '' }, 'desk', 'link', PERSON)).rejects.toThrow('DESK_SIGN_IN')
})

test('signing in over plain http beyond this machine refuses the start, and names the variable', {
  timeout: TIMEOUT_MS,
}, async () => {
  const { code, printed } = await startInVain({ DATA_DIR: await folder(), DESK_SIGN_IN: 'link', HOST: '0.0.0.0' })
  expect([code, printed]).toEqual([1, expect.stringContaining('PUBLIC_ORIGIN: staff sign in over https only')])
})
