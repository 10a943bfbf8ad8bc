import { expect, it } from 'vitest'

import type { DesktopBridge } from '../../../electron/ipc/contract.ts'
import { createCaseAccess } from '../../../renderer/adapters/desktop/case-access.ts'
import { createCaseGateway } from '../../../renderer/adapters/desktop/case-gateway.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { failed, ok } from '../../../renderer/domain/result.ts'

const account = { kind: 'token', user: 'ada', secret: '1-14-a' } as const

/** A main process that answers with what it was asked, or refuses everything. */
const bridgeThat = (answers: boolean): DesktopBridge =>
  new Proxy({} as DesktopBridge, {
    get:
      (_target, name) =>
      (...asked: unknown[]) =>
        answers ? Promise.resolve(ok([name, ...asked])) : Promise.reject(new Error('refused')),
  })

it('hands each request to the main process as the contract has it', async () => {
  const access = createCaseAccess(bridgeThat(true))
  const request = { method: 'GET', path: '/rt' } as const
  expect([
    await access.signIn('benefits', account),
    await access.signIn('benefits', undefined),
    await access.knownUser('benefits'),
    await createCaseGateway(bridgeThat(true)).ask(request),
  ]).toEqual([
    ok(['signInCases', { realm: 'benefits', account }]),
    ok(['signInCases', { realm: 'benefits', account: undefined }]),
    ok(['readCaseUser', 'benefits']),
    ok(['askCases', request]),
  ])
})

it('signs out, also where the main process refuses', async () => {
  for (const answers of [true, false])
    await expect(createCaseAccess(bridgeThat(answers)).signOut('benefits', true)).resolves.toBeUndefined()
})

it('makes a problem or an unknown fate of a main process that refuses, and throws nothing', async () => {
  const access = createCaseAccess(bridgeThat(false))
  expect([
    await access.signIn('benefits', account),
    await access.knownUser('benefits'),
    await createCaseGateway(bridgeThat(false)).ask({ method: 'GET', path: '/rt' }),
  ]).toEqual([failed(problem('desktop-refused')), undefined, { kind: 'unreached', arrived: 'perhaps' }])
})
