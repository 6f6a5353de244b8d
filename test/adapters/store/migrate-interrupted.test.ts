// Each statement of each migration is the last thing its connection does: the server itself ends it there, as when it is
// killed. What was migrated before stays, nothing of the broken one does, and the next start goes on.
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { migrate, readMigrations } from '../../../adapters/store/migrate.ts'
import { createDatabase, openServerStore } from '../../support/store.ts'
import { says, turn } from './events.ts'

const STATEMENTS_MIN = 40
const TIMEOUT_MS = 240_000

/** Counts the statements that change the schema, in a sequence, which no rollback resets; ends its own connection at one. */
const HARNESS = `
  CREATE SCHEMA harness;
  CREATE SEQUENCE harness.passed;
  CREATE TABLE harness.ends_at (statement int);
  INSERT INTO harness.ends_at VALUES (0);
  CREATE FUNCTION harness.count() RETURNS event_trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF nextval('harness.passed') = (SELECT statement FROM harness.ends_at) THEN
      PERFORM pg_terminate_backend(pg_backend_pid());
      PERFORM pg_sleep(10);
    END IF;
  END $$;
  CREATE EVENT TRIGGER harness_count ON ddl_command_end EXECUTE FUNCTION harness.count();`

/** Tables, columns and types as they stand. */
const SHAPE = `
  SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
  WHERE table_schema = 'public' ORDER BY table_name, column_name`
const BOOKS = 'SELECT migration_name FROM _prisma_migrations ORDER BY migration_name'

test.skipIf(!inject('postgresUrl'))('every statement of every migration', { timeout: TIMEOUT_MS }, async () => {
  const made = await createDatabase()
  if (!made) throw new Error('there is no PostgreSQL')
  const watch = new pg.Client({ connectionString: made.url })
  await watch.connect()
  await watch.query(HARNESS)
  const shape = async () => JSON.stringify((await watch.query(SHAPE)).rows)
  const books = async () => (await watch.query<{ migration_name: string }>(BOOKS)).rows.map(row => row.migration_name)

  /** Starts the program's migrations; true when they all went through. */
  const attempt = async (statement: number): Promise<boolean> => {
    await watch.query('UPDATE harness.ends_at SET statement = $1', [statement])
    await watch.query(`SELECT setval('harness.passed', 1, false)`)
    const pool = new pg.Pool({ connectionString: made.url, max: 1 })
    pool.on('error', () => {})
    const done = await migrate(pool).then(
      () => true,
      () => false,
    )
    await pool.end()
    return done
  }

  const names = (await readMigrations()).map(({ name }) => name)
  // the first statement of a start is the table of the books, which is there from then on
  await attempt(2)
  let ended = 1
  for (const [index, name] of names.entries()) {
    const before = await shape()
    for (let statement = 1; ; statement++) {
      // the books tell how far a start came: it goes on with this migration, or, past its last statement, with the next
      const done = await attempt(statement)
      const has = await books()
      expect(has.slice(0, index)).toEqual(names.slice(0, index))
      if (has.includes(name) || done) break
      ended += 1
      expect([name, statement, await shape()]).toEqual([name, statement, before])
    }
    if ((await books()).length === names.length) break
  }
  expect(await attempt(0)).toBe(true)
  expect(await books()).toEqual(names)
  expect(ended).toBeGreaterThanOrEqual(STATEMENTS_MIN)
  console.log(`${names.length} migrations, ended ${ended} times: nothing half done, the next start went on`)
  const interrupted = await shape()
  await watch.query('DROP EVENT TRIGGER harness_count')
  await watch.end()

  // it is the same database as one that nobody disturbed, and works
  const smooth = await createDatabase()
  const undisturbed = await openServerStore(smooth?.url ?? '')
  expect(JSON.stringify((await undisturbed.database.pool.query(SHAPE)).rows)).toBe(interrupted)
  await undisturbed.close()
  await smooth?.drop()
  const store = await openServerStore(made.url)
  await turn(store, says('p', '你好'))
  expect(await store.health()).toMatchObject({ waiting: 0, dead: 0 })
  await store.close()
  await made.drop()
})
