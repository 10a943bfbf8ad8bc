// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startRequestTracker, type RequestTracker } from '../servers/request-tracker.ts'
import { leftoversIn } from './leftovers.ts'

const directory = mkdtempSync(join(tmpdir(), 'foyer-cases-server-test-'))
const runs = join(directory, 'runs')
mkdirSync(runs)
process.env['TMPDIR'] = runs

const customer = 'amelie.tremblay@example.org'

let tracker: RequestTracker
beforeAll(async () => {
  tracker = await startRequestTracker()
})
afterAll(async () => {
  await tracker.stop()
  rmSync(directory, { recursive: true, maxRetries: 20, retryDelay: 100 })
})

async function ask(path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${tracker.url}/REST/2.0${path}`, {
    headers: {
      Authorization: `token ${tracker.workers.agent1.token}`,
      'Content-Type': 'application/json',
    },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  })
  return answer.json()
}

const begin = (subject: string): Promise<unknown> =>
  ask('/ticket', { Queue: 'Passports', Subject: subject, Requestor: customer, Content: 'It is lost.' })

describe('a Request Tracker of the tests', () => {
  it('keeps what leaves by mail, and takes what a customer answers', async () => {
    expect(await begin('Passport')).toMatchObject({ id: '1' })
    await ask('/ticket/1/correspond', { Content: 'Où êtes-vous ?', ContentType: 'text/plain' })
    const last = (await tracker.sentMail()).at(-1)
    expect(last).toEqual({
      to: customer,
      cc: '',
      subject: '[foyer.test #1] Passport',
      text: 'Où êtes-vous ?\n\n',
      files: [],
    })
    await tracker.receiveMail({
      from: customer,
      subject: 'Passport',
      text: 'À Montréal',
      queue: 'Passports',
      about: '1',
    })
    const history = await ask('/ticket/1/history?fields=Type,Creator')
    expect(history).toMatchObject({
      items: [
        { Type: 'Create', Creator: { id: 'agent1' } },
        { Type: 'Correspond', Creator: { id: 'agent1' } },
        { Type: 'Status' },
        { Type: 'Correspond', Creator: { id: customer } },
      ],
    })
  })

  it('goes back to where it was kept, on the same address', async () => {
    await begin('Before')
    await tracker.snapshot()
    expect(await begin('After')).toMatchObject({ id: '3' })
    await tracker.restore()
    expect(await ask('/ticket/2')).toMatchObject({ Subject: 'Before' })
    expect(await ask('/ticket/3')).toMatchObject({ message: 'Not Found' })
  })

  it('shows agents a new field, and hides a queue from them', async () => {
    await tracker.office.addField('__proto__', 'Freeform')
    await begin('Seen')
    expect(JSON.stringify(await ask('/queue/Passports'))).toContain('"__proto__"')
    await tracker.office.move('3', 'Investigations')
    expect(await ask('/ticket/3')).toMatchObject({ message: 'Forbidden' })
  })

  it('leaves no process and no directory', async () => {
    const another = await startRequestTracker()
    const before = leftoversIn(runs).length
    await another.stop()
    expect(before).toBeGreaterThan(leftoversIn(runs).length)
    await tracker.stop()
    expect(leftoversIn(runs)).toEqual([])
  })
})
