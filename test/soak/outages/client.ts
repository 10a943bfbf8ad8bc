import type { Page } from 'playwright-core'

import type { SipServers } from '../../servers/sip-servers.ts'
import { startTelephone } from '../../servers/telephone.ts'
import type { UndoList } from '../../servers/undo.ts'
import type { LineOrder } from '../line-page/line.ts'
import type { LineBrowser } from '../line-page/open-line-page.ts'
import { reachable } from './reachable.ts'

/** One of those that are compared; `name` is its account, too. */
export interface ClientSetup extends Pick<LineOrder, 'client' | 'repair'> {
  readonly name: string
}

/** A client in its page, in a call with a telephone that never stops beeping. */
export interface Client {
  readonly name: string
  readonly page: Page
  /** Begins anew, as a page does that is loaded again. */
  restart(): Promise<void>
}

export interface ClientPlace {
  readonly browser: LineBrowser
  readonly servers: SipServers
  /** Where the client finds them. */
  readonly webSocket: string
  /** A WAV of beeps, at least as long as the whole run. */
  readonly speaks: string
}

const passwords = { client: 'secret1', telephone: 'secret2' }
const telephoneOf = (name: string): string => `${name}-far`

/** Accounts of these clients and of the telephones that they talk to. */
export const usersFor = (clients: readonly ClientSetup[]): Record<string, string> =>
  Object.fromEntries(
    clients.flatMap(({ name }) => [
      [name, passwords.client],
      [telephoneOf(name), passwords.telephone],
    ]),
  )

/** A telephone renews its registration every three seconds, and a busy machine may make it late. */
const tries = 8

export async function openClient(setup: ClientSetup, place: ClientPlace, undo: UndoList): Promise<Client> {
  const { browser, servers, webSocket, speaks } = place
  const { name, ...wanted } = setup
  const to = telephoneOf(name)
  const telephone = await startTelephone({
    ...{ name: to, user: to, password: passwords.telephone, servers, speaks },
    answer: 'auto',
  })
  undo.add(() => telephone.stop())
  const page = await browser.open()
  const account = { server: webSocket, domain: servers.domain, user: name, password: passwords.client }
  async function begin(tried = 1): Promise<void> {
    await reachable({ servers, user: to, within: 15_000 })
    try {
      await page.evaluate((order) => window.openLine(order), { ...wanted, ...account, to })
    } catch (error) {
      if (tried === tries) throw error
      await reload()
      await begin(tried + 1)
    }
  }
  async function reload(): Promise<void> {
    await page.reload()
    await page.waitForFunction(() => 'openLine' in window)
  }
  await begin()
  return {
    name,
    page,
    async restart() {
      // The other side does not know that its call has been given up.
      await telephone.hangUp()
      await reload()
      await begin()
    },
  }
}
