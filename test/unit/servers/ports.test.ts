// @vitest-environment node
import { createServer } from 'node:net'
import { describe, expect, it } from 'vitest'

import { freePort, leasePorts } from '../../servers/ports.ts'

describe('ports for the servers of the tests', () => {
  it('are never leased twice at once', async () => {
    const leases = await Promise.all(Array.from({ length: 12 }, () => leasePorts(20)))
    const ports = leases.flatMap(({ first, count }) =>
      Array.from({ length: count }, (_, index) => first + index),
    )
    expect(new Set(ports).size).toBe(240)
    expect(leases.filter(({ first }) => first % 2 !== 0)).toEqual([])
    await Promise.all(leases.map((lease) => lease.release()))
  })

  it('can be listened on by the server that they are for', async () => {
    const port = await freePort()
    const server = createServer()
    await new Promise<void>((settle, fail) => server.once('error', fail).listen(port, '127.0.0.1', settle))
    await new Promise((settle) => server.close(settle))
    expect(port).toBeLessThan(32_768)
  })
})
