import type { Session } from 'electron'

import type { Log } from './log.ts'
import { appOrigin } from './origin.ts'

/**
 * What the desk's own page may have. Chromium's local-network permissions guard `ws://` and `http://` to this computer
 * and to private addresses: they are granted only where a configured address lies there, and the page's own policy
 * (connect-src) names the addresses that it may reach with them.
 */
export function grantedPermissions(sockets: readonly string[]): ReadonlySet<string> {
  const kinds = sockets.map((socket) => networkOf(new URL(socket).hostname))
  const granted = new Set(['media', 'speaker-selection'])
  if (kinds.includes('loopback')) granted.add('loopback-network')
  if (kinds.includes('private')) granted.add('local-network')
  if (kinds.some((kind) => kind !== 'public')) granted.add('local-network-access')
  return granted
}

type Network = 'loopback' | 'private' | 'public'

/** RFC 6890's special-purpose ranges. A name may lead to a private address through a VPN, and is treated as private. */
export function networkOf(hostname: string): Network {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase()
  if (host === 'localhost' || host === '::1' || host.endsWith('.localhost') || /^127(\.\d+){3}$/.test(host))
    return 'loopback'
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host))
    return /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(
      host,
    )
      ? 'private'
      : 'public'
  if (host.includes(':')) return /^(f[cd]|fe[89ab])/.test(host) ? 'private' : 'public'
  return 'private'
}

/** Answers each request and each check; whatever is not granted is refused, and a refused request is logged. */
export function guardPermissions(session: Session, sockets: readonly string[], log: Log): void {
  const granted = grantedPermissions(sockets)
  const audioOnly = (details: object): boolean =>
    !('mediaTypes' in details) || !Array.isArray(details.mediaTypes) || !details.mediaTypes.includes('video')
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const ours = details.requestingUrl.startsWith(`${appOrigin}/`) && details.isMainFrame
    const allowed = ours && granted.has(permission) && audioOnly(details)
    if (!allowed) log.write('permission-refused', { permission })
    answer(allowed)
  })
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const ours = origin === appOrigin || origin === `${appOrigin}/`
    return ours && granted.has(permission) && details.mediaType !== 'video'
  })
  session.setDevicePermissionHandler(() => false)
}
