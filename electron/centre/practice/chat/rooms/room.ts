import { createHmac } from 'node:crypto'
import type { Address } from '../address.ts'
import { bareOf } from '../address.ts'
import { ns } from '../namespaces.ts'
import { xml } from '../xml.ts'
import type { Xml } from '../xml.ts'

/** XEP-0045 §5.2 and §5.1. */
export const affiliations = ['outcast', 'none', 'member', 'admin', 'owner'] as const
export type Affiliation = (typeof affiliations)[number]
export const roles = ['none', 'visitor', 'participant', 'moderator'] as const
export type Role = (typeof roles)[number]

/** What an owner decides (XEP-0045 §10.2). */
export interface RoomConfig {
  readonly name: string
  readonly description: string
  readonly persistent: boolean
  readonly isPublic: boolean
  readonly membersOnly: boolean
  /** Who has no affiliation may read, not write. */
  readonly moderated: boolean
  readonly whois: 'moderators' | 'anyone'
  /** Whether participants may set the subject. */
  readonly changeSubject: boolean
  /** How many messages somebody who enters is sent at most. */
  readonly history: number
}

export const firstConfig: RoomConfig = {
  ...{ name: '', description: '', persistent: false, isPublic: true, membersOnly: false },
  ...{ moderated: false, whois: 'moderators', changeSubject: false, history: 20 },
}

/** Whoever is in a room under one nick, with as many sessions as their one account has there. */
export interface Occupant {
  readonly nick: string
  readonly account: Address
  /** Full addresses, and the presence that each sent. */
  readonly sessions: Map<Address, Xml>
  role: Role
}

/** A room's state, without anything that sends. */
export class Room {
  readonly address: Address
  config: RoomConfig = firstConfig
  /** Nobody but its owner gets in until it is configured (XEP-0045 §10.1.3). */
  isLocked = true
  subject: Xml | undefined
  readonly affiliations = new Map<Address, Affiliation>()
  readonly #occupants = new Map<string, Occupant>()
  readonly #salt: string

  /** @param salt unguessable, so that nobody can work out whose an occupant id is */
  constructor(address: Address, salt: string) {
    this.address = address
    this.#salt = salt
  }

  get occupants(): readonly Occupant[] {
    return [...this.#occupants.values()]
  }

  occupant(nick: string | undefined): Occupant | undefined {
    return nick === undefined ? undefined : this.#occupants.get(nick)
  }

  /** Who is behind a full address. */
  occupantOf(session: Address): Occupant | undefined {
    return this.occupants.find(({ sessions }) => sessions.has(session))
  }

  occupantsOf(account: Address): readonly Occupant[] {
    return this.occupants.filter((occupant) => occupant.account === account)
  }

  affiliationOf(address: Address): Affiliation {
    return this.affiliations.get(bareOf(address)) ?? 'none'
  }

  setAffiliation(address: Address, affiliation: Affiliation): void {
    if (affiliation === 'none') this.affiliations.delete(bareOf(address))
    else this.affiliations.set(bareOf(address), affiliation)
  }

  /** The role that somebody enters with (XEP-0045 §5.1.2). */
  roleFor(affiliation: Affiliation): Role {
    if (affiliation === 'owner' || affiliation === 'admin') return 'moderator'
    return this.config.moderated && affiliation === 'none' ? 'visitor' : 'participant'
  }

  add(occupant: Occupant): void {
    this.#occupants.set(occupant.nick, occupant)
  }

  remove(nick: string): void {
    this.#occupants.delete(nick)
  }

  /** XEP-0421 §3: the same for each session and nick of one account, another one in every room. */
  occupantId(account: Address): Xml {
    const id = createHmac('sha256', this.#salt).update(account).digest('base64')
    return xml('occupant-id', { xmlns: ns.occupant, id })
  }

  /** Everybody has gone, as after the server's end. */
  empty(): void {
    this.#occupants.clear()
  }
}

/** Whether it is at least that much. */
export const isAtLeast = (affiliation: Affiliation, least: Affiliation): boolean =>
  affiliations.indexOf(affiliation) >= affiliations.indexOf(least)
