// @vitest-environment node
import { expect, it } from 'vitest'
import { openTestCentre } from './test-centre.ts'
import { knock } from './open-cases.ts'

it('opens with the practice centre, for the same agents, and closes with it', async () => {
  const centre = await openTestCentre()
  const { cases, accounts } = centre.address
  expect(cases.accounts.map(({ user }) => user)).toEqual(accounts.map(({ user }) => user))
  const enter = () =>
    knock(`${cases.server}/REST/2.0/user/agent`, {
      headers: { authorization: `token ${cases.accounts[0]?.token ?? ''}` },
    })
  expect((await enter()).body).toMatchObject({ Name: 'agent', Privileged: 1 })
  await centre.close()
  await expect(enter()).rejects.toThrow()
})

it('is not opened, and the telephones neither, when its port is taken', async () => {
  const centre = await openTestCentre()
  const taken = { casesPort: Number(new URL(centre.address.cases.server).port) }
  await expect(openTestCentre(taken)).rejects.toThrow('port-taken')
  await centre.close()
})
