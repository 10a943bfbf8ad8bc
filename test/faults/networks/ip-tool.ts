import { runTool } from '../../servers/run-tool.ts'

/** Network namespaces need rights that this process does not have. Tests fail with it: they are never skipped. */
export class NetworksForbidden extends Error {
  override readonly name = 'NetworksForbidden'

  constructor(cause?: unknown) {
    super(
      'Networks of their own for a test need root with the right to make network namespaces (CAP_SYS_ADMIN and ' +
        'CAP_NET_ADMIN): run the tests as root, in a container with --privileged',
      { cause },
    )
  }
}

/** Runs one ip(8) command, in a namespace when one is named; returns what it prints. */
export function ip(namespace: string | undefined, command: string): Promise<string> {
  const where = namespace === undefined ? [] : ['-n', namespace]
  const args = [...where, ...command.split(' ')]
  return runTool({ program: 'ip', debianPackage: 'iproute2', args })
}

/** Runs ip(8) commands one after the other. */
export async function ipAll(namespace: string | undefined, commands: readonly string[]): Promise<void> {
  for (const command of commands) await ip(namespace, command)
}
