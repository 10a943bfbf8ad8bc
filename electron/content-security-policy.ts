/**
 * What a window may load and reach, as a header (CSP Level 3): nothing, then its own files and the configured servers.
 * @param nonce new for each page, for the style elements that React Aria adds
 * @param sockets the WebSocket addresses of the configured centres and of practice
 */
export function contentSecurityPolicy(nonce: string, sockets: readonly string[]): string {
  const addresses = [...new Set(sockets.map((socket) => socketOrigin(socket)))]
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    // The articles' library works beside the window: renderer/adapters/packs/library.worker.ts.
    `worker-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Pictures of chats, whose bytes have been looked at: never from an address.
    `img-src 'self' blob:`,
    `font-src 'self'`,
    `connect-src 'self' ${addresses.join(' ')}`.trim(),
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `require-trusted-types-for 'script'`,
    // For XML alone (renderer/adapters/xmpp/xml-parser.ts), and for the one worker (renderer/adapters/packs/start-worker.ts).
    `trusted-types xml-of-chats library-worker`,
  ].join('; ')
}

/** Scheme, host and port: a policy's source expression for any path of this server. */
function socketOrigin(address: string): string {
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}`
}
