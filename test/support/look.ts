// Looking at a page: what axe finds wrong with it, and pictures for people who want to see it themselves.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Frame, Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Where to keep pictures; nowhere without it. */
const SHOTS = process.env['SHOTS']

/** Every rule that is broken, with the first element that breaks it. */
export async function violations(page: Page | Frame): Promise<string[]> {
  await page.evaluate(AXE)
  // as text, for it runs in the page
  const found = await page.evaluate<readonly { id: string; html: string }[]>(
    'axe.run(document).then(({ violations }) => violations.map(one => ({ id: one.id, html: one.nodes[0]?.html })))',
  )
  return found.map(({ id, html }) => `${id}: ${html}`)
}

export async function picture(page: Page, name: string): Promise<void> {
  if (!SHOTS) return
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: path.join(SHOTS, `${name}.png`) })
}
