import type { DayLog } from '../../ports/day-log.ts'
import { createAccess, readable } from './access.ts'
import { fromDayEntryRow, toDayEntryRow } from './day-entry-row.ts'
import type { Opening } from './opening.ts'

/** Milliseconds for which the agent's day is kept. */
const kept = 2 * 86_400_000

/** The agent's own days in IndexedDB, through Dexie. */
export function createDexieDayLog(opening: Opening): DayLog {
  const { read, write } = createAccess(opening, 'store-undecryptable')
  return {
    saveDayEntry: (entry) =>
      write(async ({ database, keys }) => {
        const row = await toDayEntryRow(keys, entry)
        await database.transaction('rw', database.dayEntries, async () => {
          await database.dayEntries.put(row)
          await database.dayEntries
            .where('at')
            .below(entry.at - kept)
            .delete()
        })
      }),
    dayEntriesSince: (moment) =>
      read(async ({ database, keys }) => {
        const rows = await database.dayEntries.where('at').aboveOrEqual(moment).toArray()
        return (await readable(rows.map((row) => fromDayEntryRow(keys, row)))).values
      }),
  }
}
