import { watchNetwork } from '../../../renderer/adapters/desktop/network.ts'
import { createSipTelephony } from '../../../renderer/adapters/sip/sip-telephony.ts'
import type { CallId } from '../../../renderer/domain/ids.ts'
import { ok } from '../../../renderer/domain/result.ts'
import type { TelephonyFact } from '../../../renderer/ports/telephony.ts'
import type { Line, LineOrder, Play } from './line.ts'

/** The desk's own telephone, as the desk composes it. */
export async function openDeskLine(
  order: LineOrder,
  play: Play,
  tell: (fact: TelephonyFact) => void,
): Promise<Line> {
  const { telephony } = createSipTelephony({
    audio: {
      async openMicrophone() {
        const [track] = (await navigator.mediaDevices.getUserMedia({ audio: true })).getTracks()
        if (!track) throw new Error('a microphone has a track')
        return ok({ track, onReplaced: () => () => undefined, close: () => track.stop() })
      },
      playCustomer: play,
    },
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    random: () => Math.random(),
    ...(order.repair && { repair: order.repair }),
  })
  let current: CallId | undefined
  let settle: { answered: () => void; refused: (why: Error) => void } | undefined
  telephony.listen((fact) => {
    tell(fact)
    if (fact.kind === 'call-connected') settle?.answered()
    if (fact.kind !== 'call-ended') return
    current = undefined
    settle?.refused(new Error(`the call ended: ${fact.cause}`))
  })
  watchNetwork((why) => telephony.doubtLink(why))
  const { domain, user, password, server, to } = order
  const signedIn = await telephony.signIn({
    ...{ domain, user, password, servers: [server], iceServers: [] },
    instanceId: crypto.randomUUID(),
  })
  if (!signedIn.ok) throw new Error(signedIn.problem.code)
  return {
    async call() {
      const connected = new Promise<void>((answered, refused) => (settle = { answered, refused }))
      // Whoever waits for it hears it below; a call that ends later is no fault of this function.
      connected.catch(() => undefined)
      const party = { number: undefined, name: undefined, queue: undefined }
      const dialled = await telephony.dial({ user: to, isNumber: false }, { party })
      if (!dialled.ok) throw new Error(dialled.problem.code)
      current = dialled.value
      await connected
    },
    hasCall: () => current !== undefined,
    wake: () => telephony.doubtLink('wake'),
    async holdAndResume() {
      if (current === undefined) return false
      const held = await telephony.setHeld(current, true)
      const resumed = await telephony.setHeld(current, false)
      return held.ok && resumed.ok
    },
  }
}
