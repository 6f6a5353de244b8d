// Two processes on one PGlite folder lose committed rows without any error. So the first holds a local socket in the
// folder, which the kernel closes however the process ends, and the second is refused.
import { createHash } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StoreError } from './store-error.ts'

/** Longer paths are refused by the kernel for sockets. */
const SOCKET_PATH_MAX = 100
/** After a leftover socket was replaced: time for another process that is doing the same to show itself. */
const SETTLE_MS = 50
const isWindows = process.platform === 'win32'

function socketPath(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 32)
  if (isWindows) return `\\\\.\\pipe\\yinqi-${name}`
  const inside = join(folder, 'lock.sock')
  return inside.length < SOCKET_PATH_MAX ? inside : join(tmpdir(), `yinqi-${name}.sock`)
}

/** Holds the path, or undefined when something is already there. Whoever connects is told our process id. */
function listen(path: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer(socket => socket.on('error', () => {}).end(String(process.pid)))
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined)
      else reject(error)
    })
    server.listen(path, () => {
      server.unref()
      resolve(server)
    })
  })
}

/** Process id of whoever holds the path; undefined when nobody does. */
function holder(path: string): Promise<string | undefined> {
  return new Promise(resolve => {
    let said = ''
    let connected = false
    const socket = connect(path, () => {
      connected = true
    })
    socket.setEncoding('utf8')
    socket.on('data', data => {
      said += data
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(connected ? said || 'unknown' : undefined))
  })
}

const inode = (path: string): number => (isWindows ? 0 : (statSync(path, { throwIfNoEntry: false })?.ino ?? -1))

function refuse(folder: string, pid: string): never {
  throw new StoreError(
    'in-use',
    `数据目录 ${folder} 正被另一个进程（pid ${pid}）使用；多个进程请用 PostgreSQL（DATABASE_URL）。 / ` +
      `Another process (pid ${pid}) uses the data folder ${folder}; several processes need PostgreSQL (DATABASE_URL).`,
  )
}

/** Locks `folder` for this process, or throws StoreError 'in-use'. Returns "unlock". */
export async function lockDirectory(folder: string): Promise<() => Promise<void>> {
  const path = socketPath(folder)
  let server = await listen(path)
  if (!server) {
    const pid = await holder(path)
    if (pid !== undefined) refuse(folder, pid)
    // left behind by a process that was killed
    rmSync(path, { force: true })
    server = await listen(path)
    const ours = inode(path)
    if (server) await sleep(SETTLE_MS)
    if (!server || inode(path) !== ours) refuse(folder, (await holder(path)) ?? 'unknown')
  }
  const held = server
  return () => new Promise(resolve => held.close(() => resolve()))
}
