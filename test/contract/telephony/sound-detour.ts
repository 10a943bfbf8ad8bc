import { RELAY_ADDRESS, startUdpRelay } from '../../faults/relay/udp-relay.ts'
import type { UdpRelay } from '../../faults/relay/udp-relay.ts'

/** Chromium and werift write their candidates so (RFC 8839 §5.1). */
const candidate = /^(a=candidate:\S+ \d+ udp \d+ )127\.0\.0\.1( (\d+) )/gim

/**
 * Leads the sound of every call through a relay: what a server says of its own addresses is changed on its way to the
 * desk. Only for a server that does not send to the desk's addresses unasked (RFC 8445 §2.5: a lite one).
 */
export class SoundDetour {
  readonly #relays = new Map<number, Promise<UdpRelay>>()
  #stalled = false

  /** SIP with SDP, or without. */
  rewrite(text: string): string {
    return text.replace(candidate, (_line, before: string, after: string, port: string) => {
      this.#leadTo(Number(port))
      return `${before}${RELAY_ADDRESS}${after}`
    })
  }

  stall(): void {
    this.#stalled = true
    void this.#each((relay) => relay.stall())
  }

  heal(): void {
    this.#stalled = false
    void this.#each((relay) => relay.heal())
  }

  async stop(): Promise<void> {
    await this.#each((relay) => relay.stop())
  }

  #leadTo(port: number): void {
    if (this.#relays.has(port)) return
    const opening = startUdpRelay({ to: { address: '127.0.0.1', firstPort: port, ports: 1 }, seed: port })
    this.#relays.set(
      port,
      opening.then((relay) => {
        if (this.#stalled) relay.stall()
        return relay
      }),
    )
  }

  async #each(act: (relay: UdpRelay) => void | Promise<void>): Promise<void> {
    await Promise.all([...this.#relays.values()].map(async (relay) => act(await relay)))
  }
}
