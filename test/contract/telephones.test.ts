// @vitest-environment node
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, it } from 'vitest'

import {
  ScriptNotKept,
  startScriptedTelephone,
  type ScriptedTelephone,
} from '../servers/scripted-telephone.ts'
import { signIn } from '../servers/signalling-agent.ts'
import type { Script } from '../servers/sipp-script.ts'
import { startSipServers, type SipServers, type SipServersSetup } from '../servers/sip-servers.ts'
import { startTelephone, type Telephone } from '../servers/telephone.ts'
import { heardTone, toneAt } from '../servers/tone.ts'
import { readWav } from '../servers/wav.ts'
import { leftoversIn } from './leftovers.ts'

const USERS = { agent1: 'secret1', reception: 'secret2' }
/** Hertz. */
const SCRIPTED = 523
const BARESIP = 880

const directory = mkdtempSync(join(tmpdir(), 'foyer-telephones-test-'))
const runs = join(directory, 'runs')
mkdirSync(runs)
process.env['TMPDIR'] = runs

const started: { stop(): Promise<void> }[] = []
async function keep<T extends { stop(): Promise<void> }>(starting: Promise<T>): Promise<T> {
  const server = await starting
  started.push(server)
  return server
}
afterEach(async () => {
  for (const server of started.splice(0).reverse()) await server.stop()
})
afterAll(() => {
  rmSync(directory, { recursive: true, maxRetries: 20, retryDelay: 100 })
})

const sipServers = (more: Partial<SipServersSetup> = {}): Promise<SipServers> =>
  keep(startSipServers({ users: USERS, queues: { passports: 'reception' }, ...more }))

const reception = (servers: SipServers, answer: 'auto' | 'manual' = 'auto'): Promise<Telephone> =>
  keep(
    startTelephone({
      name: 'reception',
      user: 'reception',
      password: USERS.reception,
      servers,
      speaks: { hz: BARESIP },
      answer,
    }),
  )

const scripted = (servers: SipServers, script: Script): Promise<ScriptedTelephone> => {
  const isCalled = script.kind !== 'calls'
  return keep(
    startScriptedTelephone({
      name: 'scripted',
      user: isCalled ? 'agent1' : '+15145550123',
      ...(isCalled && { password: USERS.agent1 }),
      servers,
      speaks: SCRIPTED,
      script,
    }),
  )
}

describe('a telephone that follows a script', () => {
  it('calls, holds and takes back; its recording has the hold as a silence of the same length', async () => {
    const servers = await sipServers({ recordCalls: true })
    const called = await reception(servers)
    const steps = [
      { kind: 'talk', ms: 700 },
      { kind: 'hold' },
      { kind: 'talk', ms: 600 },
      { kind: 'resume' },
      { kind: 'talk', ms: 700 },
    ] as const
    const caller = await scripted(servers, { kind: 'calls', to: 'passports', steps })
    await called.waitFor('CALL_ESTABLISHED')
    await called.sendDigits('7#')
    await caller.done()
    const heard = toneAt(readWav(readFileSync(await caller.recording())), BARESIP).map(
      ({ part }) => part > 0.5,
    )
    const first = heard.indexOf(true)
    const silence = heard.slice(first).filter((tone) => !tone).length
    expect(heard.slice(first).length).toBeGreaterThan(15)
    // In tenths of a second; the keys take some, too.
    expect(silence).toBeGreaterThan(3)
    expect(silence).toBeLessThan(13)
    expect(caller.digitsHeard()).toBe('7#')
    expect(heardTone(called.recording(), SCRIPTED).share).toBeGreaterThan(0.9)
    // The caller goes on speaking (to the music on hold, as it were), and the servers keep all of it.
    const sent = heardTone(await called.heardThroughout(), SCRIPTED)
    expect(sent.seconds).toBeGreaterThan(1.7)
    expect(sent.share).toBeGreaterThan(0.9)
  })

  it('speaks before it answers, falls silent without a packet, and agrees to a hold', async () => {
    const servers = await sipServers()
    const called = await scripted(servers, { kind: 'answers', earlyMedia: true, ringMs: 400 })
    const caller = await reception(servers)
    await caller.dial('agent1')
    await caller.waitFor('CALL_PROGRESS')
    await caller.waitFor('CALL_ESTABLISHED')
    called.fallSilent()
    await caller.hold()
    await caller.resume()
    await delay(300)
    called.speak()
    await delay(1000)
    await caller.hangUp()
    await called.done()
    expect(heardTone(caller.recording(), SCRIPTED).seconds).toBeGreaterThan(0.2)
  })

  it.each(['486 Busy Here', '603 Decline', '404 Not Found'])('refuses with %s', async (status) => {
    const servers = await sipServers()
    const called = await scripted(servers, { kind: 'refuses', status })
    const caller = await scripted(servers, {
      kind: 'calls',
      to: 'agent1',
      refusedWith: Number(status.slice(0, 3)),
    })
    await Promise.all([called.done(), caller.done()])
  })

  it('rings until the caller gives up, and itself gives up when its script says so', async () => {
    const servers = await sipServers()
    const called = await scripted(servers, { kind: 'never-answers' })
    const caller = await scripted(servers, { kind: 'calls', to: 'agent1', cancelAfterMs: 100 })
    await Promise.all([called.done(), caller.done()])
  })

  it('crosses the other side’s change with one of its own, refuses another, and the call goes on', async () => {
    const servers = await sipServers()
    const called = await reception(servers)
    const steps = [{ kind: 'cross' }, { kind: 'refuse-change', status: '488 Not Acceptable Here' }] as const
    const caller = await scripted(servers, { kind: 'calls', to: 'passports', steps })
    await called.waitFor('CALL_ESTABLISHED')
    await called.hold()
    await caller.done()
  })

  it('tells when a call did not go as its script says', async () => {
    const caller = await scripted(await sipServers(), { kind: 'calls', to: 'nobody', refusedWith: 486 })
    await expect(caller.done()).rejects.toThrow(ScriptNotKept)
  })
})

describe('the SIP servers', () => {
  const benefits = { benefits: ['agent1', 'reception'] }
  const featureCodes = { available: '*45', notReady: '*46' }

  it('ring the first agent of a queue who said by a feature code that he takes calls', async () => {
    const servers = await sipServers({ queues: benefits, featureCodes })
    const agent = await reception(servers)
    const call = (refusedWith?: number): Promise<void> =>
      scripted(servers, {
        kind: 'calls',
        to: 'benefits',
        ...(refusedWith === undefined ? { steps: [] } : { refusedWith }),
      }).then((caller) => caller.done())
    await call(480)
    await agent.dial('*45benefits')
    await agent.waitFor('CALL_CLOSED')
    expect(await servers.takesCalls('reception', 'benefits')).toBe(true)
    await call()
    await agent.dial('*46benefits')
    await expect.poll(() => servers.takesCalls('reception', 'benefits')).toBe(false)
    await call(480)
    await agent.dial('*45unknown')
    await expect.poll(() => agent.events.at(-1)?.detail).toBe('404 Not Found')
  })

  it('without feature codes ring the first agent of a queue at any time', async () => {
    const servers = await sipServers({ queues: benefits })
    const agent = await keep(signIn(servers, { user: 'agent1', password: USERS.agent1 }))
    await reception(servers)
    const caller = await scripted(servers, { kind: 'calls', to: 'benefits', refusedWith: 486 })
    await (await agent.offered).reject({ statusCode: 486 })
    await caller.done()
  })

  it('know no GRUU when they shall not', async () => {
    const servers = await sipServers({ gruu: false })
    const agent = await keep(signIn(servers, { user: 'agent1', password: USERS.agent1 }))
    expect([agent.isRegistered(), agent.gruu()]).toEqual([true, undefined])
  })

  it('answer 481 within a call that they were made to forget, also after a restart, and know the next one', async () => {
    const servers = await sipServers()
    const called = await reception(servers)
    await scripted(servers, { kind: 'calls', to: 'passports' })
    await called.waitFor('CALL_ESTABLISHED')
    await servers.forgetCalls()
    const next = await scripted(servers, { kind: 'calls', to: 'passports', steps: [{ kind: 'hold' }] })
    await next.done()
    await called.waitFor('CALL_CLOSED')
    await servers.restart()
    await called.hold()
    expect((await called.waitFor('CALL_CLOSED')).detail).toContain('481')
  })
})

describe('after all of this', () => {
  it('no process and no directory is left', () => {
    expect(leftoversIn(runs)).toEqual([])
  })
})
