// `yinqi desk`: signing staff in to the desk page by a one-time link, and out of it everywhere.
import { readConfig } from '../config.ts'
import { loadData } from '../files/load.ts'
import { StoreError } from '../store/store-error.ts'
import { carryOut, leaveNote, type Note } from '../web/staff/letterbox.ts'
import { LINK_MINUTES, newLink } from '../web/staff/links.ts'
import { InputFault } from './input.ts'
import { withStore } from './open-store.ts'

/** Into the database; into the letterbox where a running product holds it. */
async function give(note: Note): Promise<void> {
  try {
    await withStore(store => carryOut(store.access, note))
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'in-use')) throw error
    await leaveNote(readConfig(process.env).dataDir, note)
  }
}

function listed(id: string) {
  const person = loadData().knowledge.staffing.people.get(id)
  if (!person) throw new InputFault(`bot/people.yaml lists nobody called ${id}; see yinqi people list`)
  return person
}

/** `yinqi desk link PERSON` */
export async function issueLink(id: string, { json }: { readonly json: boolean }): Promise<void> {
  const config = readConfig(process.env)
  if (!config.signIn?.ways.includes('link'))
    throw new InputFault('DESK_SIGN_IN: links work only where it says link; set DESK_SIGN_IN=link for the server, too')
  const person = listed(id)
  const host = config.host.includes(':') ? `[${config.host}]` : config.host
  const origin = config.publicOrigin ?? `http://${host}:${config.port}`
  const { url, kept } = newLink(id, origin, new Date())
  const until = kept.until.toISOString()
  await give({ is: 'link', ...kept, until })
  process.stdout.write(
    json
      ? `${JSON.stringify({ person: id, url, until })}\n`
      : `${url}\n${person.name}（${person.desk}）：${LINK_MINUTES} 分钟内用一次，请当面或用可信的渠道交给本人。 / Once, within ${LINK_MINUTES} minutes; hand it to ${id} by a channel you trust.\n`,
  )
}

/** `yinqi desk end PERSON` */
export async function endSessions(id: string): Promise<void> {
  await give({ is: 'end', person: id })
  process.stdout.write(
    `${id}：已在所有设备上退出，未用的链接作废。 / Signed out everywhere; links not used are void.\n`,
  )
}
