import { startTcpRelay } from '../../faults/relay/tcp-relay.ts'
import type { TcpRelay } from '../../faults/relay/tcp-relay.ts'
import { startWebSocketRelay } from '../../faults/relay/websocket-relay.ts'
import type { Frame } from '../../faults/relay/websocket-relay.ts'

/** What lies between the desk and its centre: two doors to the same server, and everything that can happen on the way. */
export interface Wires {
  /** URLs, in the order in which a desk should try them. Both lead to the same server. */
  readonly doors: readonly [string, string]
  /** Every connection through this door is gone at once, and nobody opens it again until `heal`. */
  drop(door?: 0 | 1): Promise<void>
  /** Every connection stays open, and nobody answers, until `heal`. */
  stall(): Promise<void>
  heal(): Promise<void>
  /** Comes to the desk as if the server had sent it. */
  inject(text: string): void
  /** Within calls: INVITEs of the desk that have passed since the wires were laid. */
  reinvitesByDesk(): number
  /** For each answer to an INVITE with this status, in either direction: the Reason that came with it (RFC 3326). */
  refusals(status: number): readonly (string | undefined)[]
  /**
   * The desk's next re-INVITE is kept on the way until one of the other side has passed it. Tells whether it is there.
   */
  letCross(): { readonly waits: () => boolean }
  /** The next ACK to the desk is kept on the way until a re-INVITE of the desk meets it; whoever sent it sends it again. */
  letAckMeet(): void
  stop(): Promise<void>
}

const isReinvite = ({ text }: Frame): boolean =>
  text.startsWith('INVITE ') && /^(?:to|t)\s*:.*;\s*tag=/im.test(text)

/** Keeps one ACK to the desk until a re-INVITE of the desk meets it on the way. */
function ackKeeper(say: (text: string) => void) {
  let isNext = false
  let kept: string | undefined
  return {
    keepNext: () => void (isNext = true),
    /** `true` for the frame that is kept. */
    keeps(frame: Frame): boolean {
      if (frame.to === 'server') {
        if (kept !== undefined && isReinvite(frame)) {
          say(kept)
          kept = undefined
        }
        return false
      }
      if (!isNext || !frame.text.startsWith('ACK ')) return false
      isNext = false
      kept = frame.text
      return true
    },
  }
}

/** @param rewrite what comes to the desk, before it does. */
export async function layWires(server: string, rewrite = (text: string): string => text): Promise<Wires> {
  const relay = await startWebSocketRelay({ to: server })
  const doors: readonly [TcpRelay, TcpRelay] = [
    await startTcpRelay({ to: relay.url, seed: 1 }),
    await startTcpRelay({ to: relay.url, seed: 2 }),
  ]
  const passed: Frame[] = []
  const acks = ackKeeper((text) => relay.sayToDesk(text))
  let crosses = false
  let kept: string | undefined
  relay.alter((frame) => {
    if (acks.keeps(frame)) return undefined
    if (crosses && frame.to === 'server' && isReinvite(frame)) {
      crosses = false
      kept = frame.text
      return undefined
    }
    passed.push(frame)
    if (kept !== undefined && frame.to === 'desk' && isReinvite(frame)) {
      relay.sayToServer(kept)
      passed.push({ to: 'server', text: kept })
      kept = undefined
    }
    return frame.to === 'desk' ? rewrite(frame.text) : frame.text
  })
  const all = (act: (door: TcpRelay) => Promise<void>): Promise<void> =>
    Promise.all(doors.map(act)).then(() => undefined)
  return {
    doors: [doors[0].url, doors[1].url],
    drop: (door) => (door === undefined ? all((one) => one.drop()) : doors[door].drop()),
    stall: () => all((door) => door.stall()),
    heal: () => all((door) => door.heal()),
    inject: (text) => relay.sayToDesk(text),
    reinvitesByDesk: () => passed.filter((frame) => frame.to === 'server' && isReinvite(frame)).length,
    refusals: (status) =>
      passed
        .filter(({ text }) => text.startsWith(`SIP/2.0 ${status} `) && /^cseq:\s*\d+ INVITE/im.test(text))
        .map(({ text }) => /^reason:\s*(.*?)\s*$/im.exec(text)?.[1]),
    letCross() {
      crosses = true
      return { waits: () => kept !== undefined }
    },
    letAckMeet: () => acks.keepNext(),
    async stop() {
      await all((door) => door.stop())
      await relay.stop()
    },
  }
}
