/** Names and addresses of one pair of networks. */
export type NetworkNames = {
  /** Of the network namespaces. */
  readonly servers: string
  readonly desk: string
  /** The servers' address, whichever link leads to it. */
  readonly serverAddress: string
  /** Between this process's own network and the servers': for control connections and telephones' sound. */
  readonly control: LinkNames
  /** Between the servers and the desk. */
  readonly links: readonly [LinkNames, LinkNames]
}

/** Two ends of a virtual cable: device names (at most 15 letters, IFNAMSIZ) and addresses in a /30. */
export type LinkNames = {
  readonly near: LinkEnd
  readonly far: LinkEnd
}
export type LinkEnd = { readonly device: string; readonly address: string }

/**
 * 198.18.0.0/15 is set apart for tests of networks (RFC 2544, RFC 6890), and a browser does not take it for a home
 * network that pages must be kept from. Every pair of networks has 16 addresses of its own in it.
 */
const BLOCKS = 2 ** 17 / 16
const PREFIX = 'foyer-'

/** @param pid in the names, so that what a dead process left behind can be told. */
export function networkNames(pid: number, count: number): NetworkNames {
  const block = ((pid * 4 + count) % BLOCKS) * 16
  const address = (offset: number): string => {
    const low = block + offset
    return `198.${String(18 + (low >> 16))}.${String((low >> 8) & 255)}.${String(low & 255)}`
  }
  const id = `${String(pid)}-${String(count)}`
  const link = (letter: string, offset: number): LinkNames => ({
    near: { device: `fy${id}${letter}n`, address: address(offset + 1) },
    far: { device: `fy${id}${letter}f`, address: address(offset + 2) },
  })
  return {
    servers: `${PREFIX}${id}-servers`,
    desk: `${PREFIX}${id}-desk`,
    serverAddress: address(1),
    control: link('c', 4),
    links: [link('a', 8), link('b', 12)],
  }
}

/** The process that made a namespace of ours; undefined for everybody else's. */
export function ownerOf(namespace: string): number | undefined {
  return numberIn(/^foyer-(\d+)-\d+-(?:servers|desk)$/.exec(namespace))
}

/** The process that made a device of ours; undefined for everybody else's. */
export function ownerOfDevice(device: string): number | undefined {
  return numberIn(/^fy(\d+)-\d+[abc][nf]$/.exec(device))
}

function numberIn(match: RegExpExecArray | null): number | undefined {
  const digits = match?.[1]
  return digits === undefined ? undefined : Number(digits)
}
