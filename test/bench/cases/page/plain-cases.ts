import { Dexie } from 'dexie'
import type { Table } from 'dexie'

import { caseIndexes } from '../../../../renderer/adapters/dexie/case-row.ts'
import type { CaseRecord } from '../../../../renderer/domain/case-record.ts'
import { placeIn } from '../../../../renderer/domain/case-record.ts'
import { fieldOf, oneOf } from '../../../../renderer/domain/case.ts'

/** The same cases under the same indexes by Dexie alone: nothing sealed, nothing counted, nothing compared. */
export async function openPlainCases(): Promise<{ put(records: readonly CaseRecord[]): Promise<void> }> {
  const database = new Dexie('plain', { chromeTransactionDurability: 'strict' })
  database.version(1).stores({ cases: caseIndexes })
  await database.open()
  const table: Table<unknown> = database.table('cases')
  return {
    async put(records) {
      await table.bulkPut(records.map(toPlainRow))
    },
  }
}

function toPlainRow(record: CaseRecord): object {
  const { id, current, server, ...rest } = record
  const newest = -current.updatedAt
  const due = placeIn('due', record, '')
  return {
    ...{ id, newest, number: current.number, mine: oneOf(current, 'owner'), team: newest },
    ...(due !== undefined && { due }),
    addresses: fieldOf(current, 'requestors').map((address) => [address, newest]),
    record: { ...rest, server: { ...server, fields: [...server.fields] } },
  }
}
