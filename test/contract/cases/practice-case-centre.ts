import { randomUUID } from 'node:crypto'

import { openCaseServer } from '../../../electron/centre/practice/cases/case-server.ts'
import type { CaseServer, Snapshot } from '../../../electron/centre/practice/cases/case-server.ts'
import { systemClock } from '../../../electron/centre/practice/clock.ts'
import { putIntoTicket, stirTicket } from '../../servers/request-tracker/office.ts'
import type { CaseCentre, CaseWorld } from './case-centre.ts'

const queues = ['Passports', 'Prestations'] as const

const world: CaseWorld = {
  queue: queues[0],
  otherQueue: queues[1],
  hiddenQueue: 'Investigations',
  clientIdField: 'ClientUUID',
  choice: { name: 'Channel', options: ['call', 'email'] },
  several: { name: 'Documents', options: ['Photo', 'Proof of address'] },
  date: 'Travel date',
  dateTime: 'Call back at',
  text: 'Reference',
  longText: 'Circumstances',
  customer: {
    address: 'margaret.ellis@example.org',
    name: 'Margaret Ellis',
    number: '+16135550117',
  },
}

/** The practice centre's case server, with the kinds of fields that its own world does without. */
export async function startPracticeCaseCentre(): Promise<CaseCentre> {
  const agents = ['agent1', 'agent2'].map((user) => ({ user, queues, languages: ['en', 'fr'] as const }))
  const newId = (): string => randomUUID().replaceAll('-', '')
  const opened = await openCaseServer(
    { port: 0, seed: 7, agents },
    { clock: systemClock, newId, log: () => undefined },
  )
  if (!opened.ok) throw new Error(opened.problem)
  const server = opened.value
  server.addCustomField({ name: world.dateTime, type: 'DateTime' })
  server.addCustomField({ name: world.text, type: 'Freeform' })
  server.addCustomField({ name: world.longText, type: 'Text' })
  return centreOf(server)
}

function centreOf(server: CaseServer): CaseCentre {
  const [one, other] = server.accounts
  if (!one || !other) throw new Error('the practice centre has no two agents')
  const office = { server: server.server, token: other.token }
  let kept: Snapshot | undefined
  return {
    server: server.server,
    world,
    accounts: [
      { kind: 'password', user: one.user, secret: one.password },
      { kind: 'token', user: other.user, secret: other.token },
    ],
    merge: (number, into) => putIntoTicket(office, number, { MergeInto: into }),
    remove: (number) => soon(() => server.deleteCase(number)),
    move: (number, queue) => soon(() => server.moveCase(number, queue)),
    addField: (name) => soon(() => server.addCustomField({ name, type: 'Freeform' })),
    stir: (number) => stirTicket(office, number),
    sentMail: () =>
      Promise.resolve(
        server.mails().map(({ to, text, files }) => ({ to: to.join(', '), text, files: [...files] })),
      ),
    receiveMail: ({ from, text, subject, queue, about }) =>
      soon(() => server.receiveMail({ from, text, subject, queue, ...(about && { number: about }) })),
    endSessions: () => soon(() => server.endSessions()),
    snapshot: () => soon(() => (kept = server.snapshot())),
    restore: () => soon(() => kept && server.restore(kept)),
    stop: () => server.close(),
  }
}

/** What this server does at once, as a promise. */
function soon(action: () => unknown): Promise<void> {
  return Promise.resolve().then(() => void action())
}
