import type { Bench, Figure } from '../figure.ts'
import { addressChange } from './address-change.ts'
import { deviceSwap } from './device-swap.ts'
import { hiddenRing } from './hidden-ring.ts'
import { wake } from './wake.ts'

const parts = [addressChange, deviceSwap, wake, hiddenRing]

const progress = (text: string): void => void process.stderr.write(`\r${text.padEnd(60)}`)

/** Whatever comes between the agent and the customer, and how soon it is over. */
export const resilience: Bench = {
  name: 'resilience',
  about: 'silence after a change of network, device swap, wake, ring of a hidden window',
  async run() {
    const figures: Figure[] = []
    for (const part of parts) figures.push(...(await part(progress)))
    process.stderr.write('\n')
    return figures
  },
}
