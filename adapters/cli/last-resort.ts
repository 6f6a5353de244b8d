// What nobody caught ends the process: nothing is known of the state we are in, and what was accepted is stored. Whoever started
// it starts it again.
import type { Log } from '../delivery/send.ts'
import { errorName, errorPlace } from '../log.ts'

const FAULTY = 1

/** From here on a fault that nobody catches is said by name and place, and is the end. */
export function endOnFault(log: Log): void {
  const end = (error: unknown) => {
    log('error', 'uncaught', { name: errorName(error), where: errorPlace(error) })
    process.exit(FAULTY)
  }
  process.on('uncaughtException', end).on('unhandledRejection', end)
}
