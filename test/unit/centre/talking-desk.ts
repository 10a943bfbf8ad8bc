import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { PracticeAccount, PracticeAddress } from '../../../renderer/domain/practice.ts'
import { bodyOf, openDeskDialog, takenFrom } from './desk-dialog.ts'
import type { DeskDialog, DialogName } from './desk-dialog.ts'
import { openDeskSound } from './desk-sound.ts'
import type { DeskSound } from './desk-sound.ts'
import { authorize, available, fieldOf, publishLines, registerLines, statusOf } from './raw-sip.ts'

/** A desk that speaks SIP as plain text and is heard: what it is asked in a call it grants by itself. */
export interface TalkingDesk {
  /** Everything that has come, oldest first. */
  readonly arrived: readonly string[]
  /** The first message like that, come or still to come, which is then taken off the list. */
  readonly find: (like: RegExp) => Promise<string>
  signIn(): Promise<void>
  publish(state: string): Promise<void>
  dial(target: string): Promise<DeskDialog>
  /** Sends an INVITE and leaves what comes of it to `find`; `heard` as in a dialog. */
  ring(target: string, callId: string): Promise<Pick<DeskDialog, 'sound' | 'heard'>>
  /** CANCEL of a call that `ring` has begun. */
  cancel(target: string, callId: string): void
  /** ACK of what `ring` was answered with. */
  acknowledge(accepted: string): void
  /** @param lines more headers of the 200, such as what the desk takes */
  answer(...lines: readonly string[]): Promise<DeskDialog>
  refuse(status: string): Promise<void>
  /** While false, what the centre asks for in a call is left to the test. */
  grants: boolean
  reply(request: string, status: string, lines?: readonly string[], body?: string): void
  close(): Promise<void>
}

export interface TalkingDeskOptions {
  readonly address: PracticeAddress
  readonly account: PracticeAccount
  readonly origin: string
  readonly stun: string
  readonly voice: number
}

const patienceMilliseconds = 8000
const tagOf = (message: string, field: string): string =>
  /;\s*tag=([^;\s]+)/i.exec(fieldOf(message, field) ?? '')?.[1] ?? ''

export async function openTalkingDesk(options: TalkingDeskOptions): Promise<TalkingDesk> {
  const address = { ...options.address, ...options.account }
  const { user, domain } = address
  const contact = `<sip:${user}@desk.invalid;transport=ws>`
  const socket = new WebSocket(address.server, 'sip', { origin: options.origin })
  const arrived: string[] = []
  const dialogs = new Map<string, DeskDialog>()
  const sounds: DeskSound[] = []
  let sequence = 0
  let calls = 0

  const write = (lines: readonly string[], body = ''): void => {
    const type = body.startsWith('v=0') ? ['Content-Type: application/sdp'] : []
    socket.send([...lines, ...type, `Content-Length: ${Buffer.byteLength(body)}`, '', body].join('\r\n'))
  }
  const reply: TalkingDesk['reply'] = (request, status, lines = [], body = '') => {
    const to = fieldOf(request, 'to') ?? ''
    write(
      [
        `SIP/2.0 ${status}`,
        ...request.split('\r\n').filter((line) => /^(?:via|from|call-id|cseq):/i.test(line)),
        `To: ${to}${to.includes('tag=') ? '' : `;tag=${user}-${fieldOf(request, 'call-id') ?? ''}`}`,
        `Contact: ${contact}`,
        ...lines,
      ],
      body,
    )
  }
  const desk: TalkingDesk = {
    arrived,
    grants: true,
    reply,
    async find(like) {
      for (let waited = 0; waited < patienceMilliseconds; waited += 10) {
        const index = arrived.findIndex((message) => like.test(message))
        if (index >= 0) return arrived.splice(index, 1)[0] ?? ''
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      throw new Error(
        `nothing like ${like.source} among ${arrived.map((message) => message.split('\r\n')[0]).join(', ')}`,
      )
    },
    async signIn() {
      const register = (...more: string[]) => {
        sequence += 1
        socket.send(
          [...registerLines(address, sequence, `Contact: ${contact}`, ...more), '', ''].join('\r\n'),
        )
      }
      register()
      const nonce = /nonce="([^"]+)"/.exec(await desk.find(/^SIP\/2\.0 401/))?.[1] ?? ''
      register(authorize(address, { nonce, password: address.password, nc: '00000001' }))
      await desk.find(/^SIP\/2\.0 200/)
    },
    async publish(state) {
      sequence += 1
      const body = state === 'available' ? available : JSON.stringify({ state })
      socket.send([...publishLines(address, sequence, body), '', body].join('\r\n'))
      await desk.find(/^SIP\/2\.0 200[^]*PUBLISH/)
    },
    async ring(target, callId) {
      const heard = new Map<number, number>()
      const sound = await newSound(heard)
      write(inviteOf(target, callId), await sound.offer())
      return { sound, heard: () => takenFrom(heard) }
    },
    cancel(target, callId) {
      write(inviteOf(target, callId).map((line) => line.replace(/^INVITE|INVITE$/, 'CANCEL')))
    },
    async dial(target) {
      calls += 1
      const callId = `${user}-call-${calls}`
      const heard = new Map<number, number>()
      const sound = await newSound(heard)
      write(inviteOf(target, callId), await sound.offer())
      const accepted = await desk.find(new RegExp(`^SIP/2.0 [2-6][^]*${callId}[^]*`))
      if (!/^SIP\/2.0 2/.test(accepted)) throw new Error(statusOf(accepted))
      await sound.takeAnswer(bodyOf(accepted))
      const dialog = dialogOf(
        { callId, localTag: `${user}-${callId}`, remoteTag: tagOf(accepted, 'to') },
        sound,
        heard,
      )
      dialog.acknowledge(1)
      return dialog
    },
    acknowledge(accepted) {
      const callId = fieldOf(accepted, 'call-id') ?? ''
      write([
        `ACK sip:centre@${domain} SIP/2.0`,
        `Via: SIP/2.0/WS desk.invalid;branch=z9hG4bK-${callId}-ack`,
        ...accepted.split('\r\n').filter((line) => /^(?:from|to|call-id):/i.test(line)),
        'CSeq: 1 ACK',
        'Max-Forwards: 70',
      ])
    },
    async answer(...lines) {
      const invite = await desk.find(/^INVITE [^]*\r\nTo: (?![^\r]*tag=)/i)
      const callId = fieldOf(invite, 'call-id') ?? ''
      const heard = new Map<number, number>()
      const sound = await newSound(heard)
      reply(invite, '180 Ringing')
      const answer = await sound.answer(bodyOf(invite))
      reply(invite, '200 OK', ['Content-Type: application/sdp', ...lines], answer)
      await desk.find(/^ACK /)
      return dialogOf(
        { callId, localTag: `${user}-${callId}`, remoteTag: tagOf(invite, 'from') },
        sound,
        heard,
      )
    },
    async refuse(status) {
      reply(await desk.find(/^INVITE /), status)
      await desk.find(/^ACK /)
    },
    async close() {
      await Promise.all(sounds.map((sound) => sound.close()))
      if (socket.readyState === WebSocket.CLOSED) return
      socket.terminate()
      await once(socket, 'close')
    },
  }

  const inviteOf = (target: string, callId: string): string[] => [
    `INVITE ${target} SIP/2.0`,
    `Via: SIP/2.0/WS desk.invalid;branch=z9hG4bK-${callId}`,
    `From: "Ada Agent" <sip:${user}@${domain}>;tag=${user}-${callId}`,
    `To: <${target}>`,
    `Call-ID: ${callId}`,
    'CSeq: 1 INVITE',
    'Max-Forwards: 70',
    `Contact: ${contact}`,
  ]

  async function newSound(heard = new Map<number, number>()): Promise<DeskSound> {
    const { stun, voice } = options
    const sound = await openDeskSound({
      ...{ stun, voice },
      onHeard: (byte) => heard.set(byte, (heard.get(byte) ?? 0) + 1),
    })
    sounds.push(sound)
    return sound
  }

  function dialogOf(name: DialogName, sound: DeskSound, heard: Map<number, number>): DeskDialog {
    const dialog = openDeskDialog({
      ...name,
      user,
      domain,
      contact,
      write,
      sound,
      heard,
      newSound,
      find: desk.find,
    })
    dialogs.set(name.callId, dialog)
    return dialog
  }

  /** What is asked in a call: granted, so that a test need not answer everything. */
  function grant(message: string): void {
    const dialog = dialogs.get(fieldOf(message, 'call-id') ?? '')
    if (!desk.grants || !dialog) return
    if (/^(?:BYE|NOTIFY|INFO) /.test(message)) reply(message, '200 OK')
    if (message.startsWith('INVITE '))
      void dialog.sound.answer(bodyOf(message)).then((answer) => reply(message, '200 OK', [], answer))
  }

  socket.on('message', (data: Buffer) => {
    const message = data.toString('utf8')
    arrived.push(message)
    grant(message)
  })
  await once(socket, 'open')
  return desk
}
