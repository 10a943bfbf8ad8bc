import type { GuideRun } from '../../domain/knowledge/guide-run.ts'
import type { GuideStore } from '../../ports/guide-store.ts'
import { createAccess, readable } from './access.ts'
import { fromArticleUseRow, toArticleUseRow } from './article-use-row.ts'
import { fromGuideRunRow, runInteractionIndex, runOwnerIndexes, toGuideRunRow } from './guide-run-row.ts'
import type { GuideRunRow } from './guide-run-row.ts'
import type { Opening } from './opening.ts'
import type { StoreKeys } from './sealing.ts'

/** One damaged row hides no other. */
const runsIn = async (keys: StoreKeys, rows: readonly GuideRunRow[]): Promise<readonly GuideRun[]> =>
  (await readable(rows.map((row) => fromGuideRunRow(keys, row)))).values

const oldestFirst = (a: GuideRun, b: GuideRun): number => a.startedAt - b.startedAt

/** The guides that are followed, and what became of articles, in IndexedDB, through Dexie. */
export function createDexieGuides(opening: Opening): GuideStore {
  const { read, write } = createAccess(opening, 'rows-unreadable')

  return {
    saveRun: (run) =>
      write(async ({ database, keys }) => database.guideRuns.put(await toGuideRunRow(keys, run))),
    run: (id) =>
      read(async ({ database, keys }) => {
        const row = await database.guideRuns.get(id)
        return row && fromGuideRunRow(keys, row)
      }),
    runsOf: (interaction) =>
      read(async ({ database, keys }) => {
        const index = await runInteractionIndex(keys, interaction)
        const rows = await database.guideRuns.where('interaction').equals(index).toArray()
        // What is sealed decides: a row that lies would show one customer's answers to another.
        const runs = (await runsIn(keys, rows)).filter((run) => run.interaction === interaction)
        return runs.sort(oldestFirst)
      }),
    unfinishedRuns: (of) =>
      read(async ({ database, keys }) => {
        const indexes = await runOwnerIndexes(keys, of)
        const rows = await database.guideRuns.where('unfinished').anyOf(indexes).distinct().toArray()
        const isTheirs = ({ contact, case: tied }: GuideRun): boolean =>
          (contact !== undefined && contact === of.contact) || (tied !== undefined && tied === of.case)
        const runs = (await runsIn(keys, rows)).filter((run) => run.state === 'running' && isTheirs(run))
        return runs.sort((a, b) => oldestFirst(b, a))
      }),
    recentRuns: (limit) =>
      read(async ({ database, keys }) =>
        runsIn(keys, await database.guideRuns.orderBy('startedAt').reverse().limit(limit).toArray()),
      ),
    saveUse: (use) =>
      write(async ({ database, keys }) => database.articleUses.add(await toArticleUseRow(keys, use))),
    uses: (since) =>
      read(async ({ database, keys }) => {
        const rows = await database.articleUses.where('at').aboveOrEqual(since).toArray()
        return (await readable(rows.map((row) => fromArticleUseRow(keys, row)))).values
      }),
    forgetBefore: (moment, spared = new Set()) =>
      write(async ({ database: { guideRuns, articleUses }, database, keys }) => {
        // Before the transaction: it ends when it waits for something else (IndexedDB 3.0 §2.7.2).
        const stay = new Set(await Promise.all([...spared].map((id) => runInteractionIndex(keys, id))))
        return database.transaction('rw', guideRuns, articleUses, () =>
          Promise.all([
            guideRuns
              .where('lastAt')
              .below(moment)
              .filter(({ interaction }) => !stay.has(interaction))
              .delete(),
            articleUses.where('at').below(moment).delete(),
          ]),
        )
      }),
  }
}
