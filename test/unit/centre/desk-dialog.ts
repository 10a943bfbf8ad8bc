import type { DeskSound } from './desk-sound.ts'

/** The dialog of one call, with its tags as the desk sees them. */
export interface DialogName {
  readonly callId: string
  readonly localTag: string
  readonly remoteTag: string
}

export interface DeskDialog extends DialogName {
  /** Sends a request in the call; resolves with its final response. */
  request(method: string, lines?: readonly string[], body?: string): Promise<string>
  /** INVITE in mid-call; resolves with the final response, which has been acknowledged and taken. */
  reInvite(offer: string): Promise<string>
  /** ACK of the INVITE with that number. */
  acknowledge(cseq: number): void
  readonly sound: DeskSound
  /** A connection with another certificate takes the place of the one before. */
  freshSound(): Promise<DeskSound>
  /** How many frames of each byte have been heard since the last look, by byte. */
  heard(): Map<number, number>
}

export interface DialogOptions extends DialogName {
  readonly user: string
  readonly domain: string
  readonly contact: string
  readonly sound: DeskSound
  /** Counts what is heard, by byte. */
  readonly heard: Map<number, number>
  readonly newSound: (heard: Map<number, number>) => Promise<DeskSound>
  readonly write: (lines: readonly string[], body?: string) => void
  readonly find: (like: RegExp) => Promise<string>
}

export const bodyOf = (message: string): string => message.slice(message.indexOf('\r\n\r\n') + 4)

export function takenFrom(heard: Map<number, number>): Map<number, number> {
  const since = new Map(heard)
  heard.clear()
  return since
}

export function openDeskDialog(options: DialogOptions): DeskDialog {
  const { callId, localTag, remoteTag, user, domain, contact, heard, newSound, write, find } = options
  let { sound } = options
  let last = 1
  const lines = (method: string, number: number): string[] => [
    `${method} sip:centre@${domain} SIP/2.0`,
    `Via: SIP/2.0/WS desk.invalid;branch=z9hG4bK-${callId}-${method}-${number}`,
    `From: <sip:${user}@${domain}>;tag=${localTag}`,
    `To: <sip:centre@${domain}>;tag=${remoteTag}`,
    `Call-ID: ${callId}`,
    `CSeq: ${number} ${method}`,
    'Max-Forwards: 70',
    `Contact: ${contact}`,
  ]
  const dialog: DeskDialog = {
    callId,
    localTag,
    remoteTag,
    async request(method, more = [], body = '') {
      last += 1
      const number = last
      write([...lines(method, number), ...more], body)
      return find(new RegExp(`^SIP/2.0 [2-6][^]*${callId}[^]*CSeq: ${number} ${method}`, 'i'))
    },
    acknowledge: (number) => write(lines('ACK', number)),
    get sound() {
      return sound
    },
    async freshSound() {
      sound = await newSound(heard)
      return sound
    },
    async reInvite(offer) {
      const response = await dialog.request('INVITE', [], offer)
      dialog.acknowledge(last)
      if (response.startsWith('SIP/2.0 200')) await sound.takeAnswer(bodyOf(response))
      return response
    },
    heard: () => takenFrom(heard),
  }
  return dialog
}
