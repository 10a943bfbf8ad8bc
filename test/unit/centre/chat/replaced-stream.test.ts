import { expect, it } from 'vitest'

import { Accounts } from '../../../../electron/centre/practice/chat/server/accounts.ts'
import { ns } from '../../../../electron/centre/practice/chat/namespaces.ts'
import { ClientStream } from '../../../../electron/centre/practice/chat/server/client-stream.ts'
import { Sessions } from '../../../../electron/centre/practice/chat/server/sessions.ts'
import { SignIn } from '../../../../electron/centre/practice/chat/server/sign-in.ts'
import { systemClock } from '../../../../electron/centre/practice/clock.ts'

const plain = Buffer.from('\0ada\0pencil').toString('base64')
const enable = `<enable xmlns="${ns.acknowledging}" resume="true"/>`
const message = (text: string): string =>
  `<message xmlns="jabber:client" type="groupchat" to="room@rooms.invalid"><body>${text}</body></message>`

it('serves nothing that comes over the old connection once the session goes on over a new one', () => {
  const served: (string | null)[] = []
  let count = 0
  const newId = (): string => `id-${++count}`
  const accounts = new Accounts(new Map([['ada', 'pencil']]), newId)
  const sessions = new Sessions({ clock: systemClock, newId, resumeSeconds: 60, onEnded: () => undefined })
  const stream = (): { stream: ClientStream; said: string[] } => {
    const said: string[] = []
    // A socket that was terminated still gives out what it had read before.
    const socket = {
      send: (text: string) => void said.push(text),
      close: () => undefined,
      terminate: () => undefined,
    }
    return {
      said,
      stream: new ClientStream(socket, {
        ...{ sessions, newId, resumeSeconds: 60 },
        signInFor: () => new SignIn({ domain: 'practice.invalid', isAnonymous: false, accounts, newId }),
        onStanza: (_, element) => void served.push(element.getChildText('body')),
      }),
    }
  }
  const [old, fresh] = [stream(), stream()]
  for (const { stream: one } of [old, fresh]) {
    one.receive(`<open xmlns="${ns.framing}" to="practice.invalid" version="1.0"/>`)
    one.receive(`<auth xmlns="${ns.sasl}" mechanism="PLAIN">${plain}</auth>`)
    one.receive(`<open xmlns="${ns.framing}" to="practice.invalid" version="1.0"/>`)
  }
  const bind = `<bind xmlns="${ns.bind}"><resource>desk</resource></bind>`
  old.stream.receive(`<iq xmlns="jabber:client" type="set" id="b">${bind}</iq>`)
  old.stream.receive(enable)
  const id = /<enabled[^>]* id="([^"]*)"/u.exec(old.said.join(''))?.[1] ?? ''
  old.stream.receive(message('one'))
  fresh.stream.receive(`<resume xmlns="${ns.acknowledging}" previd="${id}" h="0"/>`)
  expect(fresh.said.at(-1)).toContain('h="1"')
  old.stream.receive(message('two'))
  fresh.stream.receive(message('two'))
  expect(served).toEqual(['one', 'two'])
  for (const session of sessions.all) sessions.end(session)
})
