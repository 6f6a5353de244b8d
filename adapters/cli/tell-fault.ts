// How a command ends that could not do its work: faults that people can mend are said in their own words, anything else keeps
// its stack.
import { TableFault } from '../batch/table.ts'
import { ConfigFault } from '../config.ts'
import { DataFault } from '../files/load.ts'
import { StoreError } from '../store/store-error.ts'
import { InputFault } from './input.ts'

const EXIT_FAULT = 1
const EXIT_USAGE = 2

/** Writes what went wrong to standard error; the exit code: 2 for what was typed or handed over, else 1. */
export function tellFault(error: unknown): number {
  const known = [DataFault, ConfigFault, InputFault, StoreError, TableFault].some(fault => error instanceof fault)
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  process.stderr.write(`${known ? message : (stack ?? message)}\n`)
  return error instanceof InputFault || error instanceof TableFault ? EXIT_USAGE : EXIT_FAULT
}
