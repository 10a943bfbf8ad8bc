import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

import { systemClock } from '../../electron/centre/practice/clock.ts'
import type { Ledger } from '../../electron/centre/practice/cases/records.ts'
import { openPracticeCentre } from '../../electron/centre/practice/practice-centre.ts'
import { loadVoices } from '../../electron/centre/practice/voices.ts'
import { root } from '../../build/bundles.ts'
import { startTcpRelay } from '../faults/relay/tcp-relay.ts'
import type { TcpRelay } from '../faults/relay/tcp-relay.ts'

export interface Account {
  readonly user: string
  readonly password: string
}

/** How often some words are in the case system, and how often they have left by mail. */
export interface Told {
  readonly notes: number
  readonly replies: number
  readonly mails: number
  /** Cases that were begun with them as what the customer wants; one that was merged into another is none. */
  readonly begun: number
  /** Times that a field was set to them. */
  readonly set: number
}

/**
 * The practice centre, outside the desk: it goes on when the desk ends or is killed, and its case system is reached
 * through a relay that can be cut.
 */
export interface CaseOffice {
  /** `settings.json` of a desk whose only live centre this is. */
  readonly settings: unknown
  readonly telephone: Account
  readonly caseAccount: Account
  /** The way to the case system. */
  readonly wire: Pick<TcpRelay, 'drop' | 'heal'>
  told(words: string): Told
  /** A customer of practice comes to the queue. */
  placeCall(customer: string): void
  subjectOf(number: string): string | undefined
  close(): Promise<void>
}

/** As the window's page has it, in Electron and in the stand-in (docs/stand-in.md). */
const pageOrigin = process.env['FOYER_ELECTRON'] === 'real' ? 'app://bundle' : 'http://bundle.app.localhost'

/** Nobody calls meanwhile. */
const pauseSeconds = [3600, 3600] as const

/** @param knowledge the packs of its agents, as `settings.json` has them */
export async function openCaseOffice(seed: number, knowledge: readonly unknown[] = []): Promise<CaseOffice> {
  const voices = await loadVoices(join(root, 'electron/centre/practice/voices'))
  const newId = (): string => randomBytes(16).toString('hex')
  const opened = await openPracticeCentre(
    { port: 0, origin: pageOrigin, seed, pauseSeconds },
    { clock: systemClock, newId, voices, log: () => undefined },
  )
  if (!opened.ok) throw new Error(opened.problem)
  const { address, cases } = opened.value
  const [account] = address.cases.accounts
  if (!account) throw new Error('a centre without agents')
  const wire = await startTcpRelay({ to: address.cases.server, seed })
  return {
    settings: {
      centres: [
        {
          id: 'passports',
          name: 'Passports · Passeports',
          telephony: { servers: [address.server], domain: address.domain },
          cases: { server: wire.url, account: 'password' },
          knowledge,
        },
      ],
    },
    telephone: { user: address.user, password: address.password },
    caseAccount: { user: account.user, password: account.password },
    wire,
    placeCall: (customer) => opened.value.placeCall(customer),
    told: (words) => toldIn(cases.snapshot().ledger, words),
    subjectOf: (number) => cases.snapshot().ledger.tickets.find(({ id }) => String(id) === number)?.subject,
    async close() {
      await wire.stop()
      await opened.value.close()
    },
  }
}

function toldIn({ transactions, tickets, files, mails }: Ledger, words: string): Told {
  const withWords = new Set(
    files
      .filter(({ bytes }) => Buffer.from(bytes).toString('utf8').includes(words))
      .map(({ transaction }) => transaction),
  )
  const whole = new Set(tickets.filter(({ id, effectiveId }) => id === effectiveId).map(({ id }) => id))
  const messages = (type: string) => transactions.filter((one) => one.type === type && withWords.has(one.id))
  return {
    notes: messages('Comment').length,
    replies: messages('Correspond').length,
    mails: mails.filter(({ kind, text }) => kind === 'reply' && text.includes(words)).length,
    begun: messages('Create').filter(({ ticket }) => whole.has(ticket)).length,
    set: transactions.filter(({ type, after }) => type === 'Set' && after.includes(words)).length,
  }
}
