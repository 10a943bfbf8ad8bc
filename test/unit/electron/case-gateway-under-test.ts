import type { CaseWeb } from '../../../electron/case-exchange.ts'
import { CaseCredentials } from '../../../electron/case-credentials.ts'
import { CaseGateway } from '../../../electron/case-gateway.ts'
import type { CaseAnswer } from '../../../renderer/domain/case-request.ts'
import { createPartition } from '../../desktop/imitated/partition.ts'
import { createKeystore } from './keystore.ts'

interface Partition {
  fetch: CaseWeb['fetch']
  clearStorageData: () => Promise<void>
}

export const password = { kind: 'password', user: 'Ada', secret: 'correct horse' } as const
export const token = { kind: 'token', user: 'ada', secret: '1-14-abcdef' } as const
export const get = { method: 'GET', path: '/queues/all' } as const

export const answer = (value: unknown): CaseAnswer => ({
  kind: 'answer',
  status: 200,
  type: 'application/json',
  etag: '"17"',
  body: JSON.stringify(value),
})

export interface Place {
  readonly folder: string
  readonly address: () => string
  readonly logged?: unknown[][]
}

/** A gateway over real sockets, with short limits. Practice and the benefits office have a case system. */
export function createGateway({ folder, address, logged = [] }: Place): CaseGateway {
  const partition = createPartition('cases') as Partition
  const log = { write: (...entry: unknown[]) => void logged.push(entry) }
  return new CaseGateway({
    web: {
      fetch: (url, init) => partition.fetch(url, init),
      forgetCookies: () => partition.clearStorageData(),
    },
    serverOf: (realm) => (realm === 'benefits' || realm === 'practice' ? address() : undefined),
    credentials: new CaseCredentials({ keystore: createKeystore().keystore, folder, log }),
    userAgent: 'Foyer/1.2.3',
    log,
    limits: { milliseconds: 400, bytes: 100_000 },
  })
}
