/** Where servers and telephones run and listen. */
export type Place = {
  /** The address at which they listen. */
  readonly address: string
  /** The address of this process as they see it. */
  readonly testAddress: string
  /** Goes before the command of every program, e.g. /usr/sbin/ip netns exec NAME. */
  readonly prefix: readonly string[]
}

/** On this machine, reachable from nowhere else. */
export const LOOPBACK: Place = { address: '127.0.0.1', testAddress: '127.0.0.1', prefix: [] }
