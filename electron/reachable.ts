import type { Settings } from './settings.ts'

/** The loopback ports that practice has on this computer. */
export interface PracticePorts {
  readonly telephone: number
  readonly chat: number
}

/**
 * Every address that a window may reach: the telephones, the chats, and where the files of the chats lie, which is the chat
 * server itself unless a site says otherwise.
 */
export function reachable(practice: PracticePorts, centres: Settings['centres']): readonly string[] {
  const chats = centres.flatMap(({ chat }) => (chat ? [chat] : []))
  return [
    `ws://127.0.0.1:${practice.telephone}`,
    ...withFiles([`ws://127.0.0.1:${practice.chat}`]),
    ...centres.flatMap(({ telephony }) => telephony.servers),
    ...chats.flatMap(({ servers, files }) =>
      files.length > 0 ? [...servers, ...files] : withFiles(servers),
    ),
  ]
}

/** `wss://chat.example.org/ws` and `https://chat.example.org/ws`. */
const withFiles = (servers: readonly string[]): readonly string[] => [
  ...servers,
  ...servers.map((server) => server.replace(/^ws/i, 'http')),
]
