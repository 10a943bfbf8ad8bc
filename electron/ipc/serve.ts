import { ipcMain } from 'electron'

import type { Log } from '../log.ts'
import type { RequestName, Requests } from './contract.ts'
import { parseAsk, requestNames, UnacceptableRequest } from './parse.ts'
import { isDesk } from './sender.ts'

export type Handlers = {
  readonly [N in RequestName]: (
    ask: Requests[N]['ask'],
  ) => Requests[N]['answer'] | Promise<Requests[N]['answer']>
}

/** Answers the requests of the contract; refuses loudly whatever comes from elsewhere or is not understood. */
export function serve(handlers: Handlers, log: Log): void {
  const answer = (name: RequestName): void =>
    ipcMain.handle(name, (event, ...args: unknown[]) => {
      if (!isDesk(event.senderFrame)) {
        log.write('request-refused', { request: name, why: 'sender' })
        throw new UnacceptableRequest(`${name}: not from the desk`)
      }
      try {
        return handle(handlers, name, args)
      } catch (error) {
        if (error instanceof UnacceptableRequest)
          log.write('request-refused', { request: name, why: 'content' })
        throw error
      }
    })
  for (const name of requestNames) answer(name)
}

const handle = <N extends RequestName>(
  handlers: Handlers,
  name: N,
  args: readonly unknown[],
): ReturnType<Handlers[N]> => handlers[name](parseAsk(name, args)) as ReturnType<Handlers[N]>
