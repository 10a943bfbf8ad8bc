import { connect } from 'node:net'

import { LOOPBACK, type Place } from './place.ts'
import { leasePorts } from './ports.ts'
import { startChild } from './process.ts'
import { makeRunDirectory } from './run-directory.ts'
import { startOrUndo } from './undo.ts'

const READY_WITHIN_MS = 8000
const RELAYED_PORTS = 16
const USER = 'desk'
const PASSWORD = 'S3cret-words'

export type RelayServer = {
  /** turn: URLs (RFC 7065): by UDP, and by TCP. */
  readonly url: string
  readonly tcpUrl: string
  readonly username: string
  readonly credential: string
  /** Its port for clients by UDP, for a relay that stands before it. */
  readonly udp: { readonly address: string; readonly firstPort: number; readonly ports: 1 }
  stop(): Promise<void>
}

/**
 * Starts a STUN and TURN server (coturn) on free ports, by default on loopback.
 * @throws ProgramMissing, ServerDidNotStart; nothing is left behind then.
 */
export function startRelayServer(place: Place = LOOPBACK): Promise<RelayServer> {
  return startOrUndo(async (undo) => {
    const ports = await leasePorts(1 + RELAYED_PORTS)
    undo.add(() => ports.release())
    const runDirectory = await makeRunDirectory('turn', undo)
    const { address } = place
    const port = ports.first
    const child = await startChild({
      program: 'turnserver',
      debianPackage: 'coturn',
      prefix: place.prefix,
      args: [
        // Not the machine's own configuration.
        '-n',
        `--listening-ip=${address}`,
        `--relay-ip=${address}`,
        `--listening-port=${String(port)}`,
        `--min-port=${String(port + 1)}`,
        `--max-port=${String(port + RELAYED_PORTS)}`,
        // Long-term credentials (RFC 8489 section 9.2), which browsers want.
        '--lt-cred-mech',
        '--realm=foyer.test',
        `--user=${USER}:${PASSWORD}`,
        '--no-tls',
        '--no-dtls',
        // No command line on a port of its own; without one, it lets clients reach loopback.
        '--no-cli',
        '--allow-loopback-peers',
        '--no-multicast-peers',
        `--userdb=${runDirectory}/turndb`,
        `--pidfile=${runDirectory}/pid`,
        '--log-file=stdout',
        '--simple-log',
      ],
      runDirectory,
      isReady: () => isOpen(address, port),
      readyWithinMs: READY_WITHIN_MS,
    })
    undo.add(() => child.stop())
    const host = `turn:${address}:${String(port)}`
    return {
      url: `${host}?transport=udp`,
      tcpUrl: `${host}?transport=tcp`,
      username: USER,
      credential: PASSWORD,
      udp: { address, firstPort: port, ports: 1 },
      stop: () => undo.run(),
    }
  })
}

function isOpen(host: string, port: number): Promise<boolean> {
  return new Promise((settle) => {
    const link = connect(port, host, () => {
      link.destroy()
      settle(true)
    }).once('error', () => settle(false))
  })
}
