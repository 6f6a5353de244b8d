// Offices: what of several processes exactly one does at a time, such as polling Telegram. An office is held for a while and
// kept by asking again; whoever falls silent loses it. The database's clock decides, for processes may disagree about the time.
import type { StoreContext } from './context.ts'

/** See Store.takeOffice. */
export async function takeOffice(
  { database }: StoreContext,
  office: string,
  holder: string,
  ms: number,
): Promise<boolean> {
  const taken = await database.prisma.$executeRaw`
    INSERT INTO office (name, holder, until)
    VALUES (${office}, ${holder}, clock_timestamp() + ${ms}::double precision * interval '1 millisecond')
    ON CONFLICT (name) DO UPDATE SET holder = EXCLUDED.holder, until = EXCLUDED.until
    WHERE office.holder = EXCLUDED.holder OR office.until <= clock_timestamp()`
  return taken === 1
}

/** See Store.leaveOffice. */
export async function leaveOffice({ database }: StoreContext, office: string, holder: string): Promise<void> {
  await database.prisma.office.deleteMany({ where: { name: office, holder } })
}
