import { describe, expect, it } from 'vitest'

import { networkNames, ownerOf, ownerOfDevice } from '../../faults/networks/names.ts'

/** The longest device name that Linux takes (IFNAMSIZ, without its final zero). */
const LONGEST_DEVICE = 15

describe('the names of a test’s own networks', () => {
  it('tell whose they are, and nobody else’s are taken for ours', () => {
    const { servers, desk, control, links } = networkNames(4711, 2)
    expect([servers, desk].map(ownerOf)).toEqual([4711, 4711])
    expect([control.near.device, links[1].far.device].map(ownerOfDevice)).toEqual([4711, 4711])
    expect(['eth0', 'lo', 'fy12'].map(ownerOfDevice)).toEqual(Array.from({ length: 3 }))
    expect(['default', 'foyer-desk', 'my-foyer-1-1-desk', 'foyer-1-1-desk2'].map(ownerOf)).toEqual(
      Array.from({ length: 4 }),
    )
  })

  it('fit into what Linux takes, for the highest process number too', () => {
    const { control, links } = networkNames(4_194_304, 99)
    const devices = [control, ...links].flatMap(({ near, far }) => [near.device, far.device])
    expect(new Set(devices).size).toBe(6)
    expect(Math.max(...devices.map((device) => device.length))).toBeLessThanOrEqual(LONGEST_DEVICE)
  })

  it('have addresses that no two networks share, all in the range for tests', () => {
    const all = [networkNames(100, 1), networkNames(100, 2), networkNames(101, 1)].flatMap((names) => [
      names.serverAddress,
      ...[names.control, ...names.links].flatMap(({ near, far }) => [near.address, far.address]),
    ])
    expect(new Set(all).size).toBe(21)
    expect(all.every((address) => /^198\.1[89]\.\d{1,3}\.\d{1,3}$/.test(address))).toBe(true)
  })
})
