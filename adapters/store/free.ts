// When a row that is claimed or put off is free again: at its time, and also when that lies further ahead than it can, as
// after the clock of the process that wrote it was set back.

/** Nothing is put off for longer; who was told to wait longer asks once an hour. */
export const PUT_OFF_MS_MAX = 3_600_000

const milliseconds = (ms: number): string => `interval '${ms} milliseconds'`

/**
 * SQL: true when a row may be taken. `at` is the present by the steady clock as an expression, `of` the table's name with its
 * dot, `leaseMs` how long a lease lasts.
 */
export const isFree = (at: string, of: string, leaseMs: number): string => `
  (${of}not_before IS NULL OR ${of}not_before <= ${at} OR ${of}not_before > ${at} + ${milliseconds(PUT_OFF_MS_MAX)})
  AND (${of}lease_until IS NULL OR ${of}lease_until <= ${at} OR ${of}lease_until > ${at} + ${milliseconds(leaseMs)})`
