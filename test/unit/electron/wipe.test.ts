import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, it, vi } from 'vitest'

import { CaseCredentials } from '../../../electron/case-credentials.ts'
import { CaseGateway } from '../../../electron/case-gateway.ts'
import { caseServerOf, liveCentre } from '../../../electron/handlers.ts'
import { Journals } from '../../../electron/journal.ts'
import { Secrets } from '../../../electron/secrets.ts'
import { readSettings } from '../../../electron/settings.ts'
import { wipe } from '../../../electron/wipe.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { done, failed } from '../../../renderer/domain/result.ts'
import { makeCentre } from '../../make.ts'
import { createKeystore } from './keystore.ts'

const log = { write: () => undefined }
const packs = { wipe: () => Promise.resolve() }

it('leaves nothing of the realm that is wiped, and everything of the others', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-wipe-'))
  const { keystore } = createKeystore()
  const secrets = new Secrets({ keystore, folder, log, now: () => new Date(0) })
  const journals = new Journals({ folder, openKey: (realm) => secrets.open(realm), log })
  const credentials = new CaseCredentials({ keystore, folder, log })
  const cases = new CaseGateway({
    web: {
      fetch: () => Promise.reject(new Error('net::ERR_FAILED')),
      forgetCookies: () => Promise.resolve(),
    },
    serverOf: () => undefined,
    credentials,
    userAgent: 'Foyer/1',
    log,
  })
  for (const realm of ['benefits', 'benefits-2']) {
    await journals.open(realm)
    await journals.append(realm, ['Mme Tremblay'], true)
    await credentials.keep(realm, { kind: 'password', user: 'ada', secret: 'x' })
  }
  const others = readdirSync(folder).filter((name) => name.startsWith('benefits-2.'))
  expect(await wipe({ journals, secrets, cases, packs, log }, 'benefits')).toEqual(done)
  expect([readdirSync(folder), others.length]).toEqual([others, 3])
  await journals.close()
  rmSync(folder, { recursive: true })
})

it('goes on with the rest where the disk refuses a part, and says so', async () => {
  const refuse = vi.fn(() => Promise.reject(new Error('EIO')))
  const signOut = vi.fn(() => Promise.resolve())
  const parts = {
    secrets: { destroy: refuse },
    journals: { destroy: refuse },
    cases: { signOut },
    packs,
    log,
  }
  expect(await wipe(parts, 'benefits')).toEqual(failed(problem('desktop-refused')))
  expect([refuse.mock.calls, signOut.mock.calls]).toEqual([
    [['benefits'], ['benefits']],
    [['benefits', true]],
  ])
})

it('a window hears what it must know of a case system, and neither where it is nor how to get in', () => {
  const cases = { server: 'https://cases.example/rt', account: 'password', keepDays: 7 }
  const { value } = readSettings(JSON.stringify({ centres: [{ ...makeCentre(), cases }] }))
  const [centre] = value.centres
  expect(centre && liveCentre(centre).cases).toEqual({
    account: 'password',
    inactive: ['resolved', 'rejected', 'deleted'],
    clientIdField: 'ClientUUID',
    keepDays: 7,
  })
  expect(JSON.stringify(value.centres.map(liveCentre))).not.toContain('cases.example')
  expect([caseServerOf(value, makeCentre().id), caseServerOf(value, 'constructor')]).toEqual([
    'https://cases.example/rt',
    undefined,
  ])
})
