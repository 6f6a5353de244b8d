// A small disk of its own for a test, where the system lets one be mounted: filled to the last byte and given room again.
import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const CHUNK = Buffer.alloc(1 << 18)

export interface SmallDisk {
  readonly folder: string
  /** writes ballast until at most so many bytes are free */
  readonly fill: (free: number) => void
  /** takes the ballast away */
  readonly empty: () => void
  readonly unmount: () => void
}

/** Undefined, said aloud, where nothing can be mounted. */
export function mountDisk(bytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'yinqi-disk-'))
  const options = ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]
  const mounted = process.platform === 'linux' && spawnSync('mount', options, { stdio: 'ignore' }).status === 0
  if (!mounted) {
    rmSync(folder, { recursive: true })
    console.warn('no disk of its own can be mounted here: the full disk is not tried')
    return undefined
  }
  const ballast = join(folder, 'ballast')
  const left = () => {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize
  }
  return {
    folder,
    fill: free => {
      while (left() > free) appendFileSync(ballast, CHUNK.subarray(0, Math.min(CHUNK.length, left() - free)))
    },
    empty: () => rmSync(ballast, { force: true }),
    unmount: () => {
      spawnSync('umount', ['-l', folder], { stdio: 'ignore' })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
