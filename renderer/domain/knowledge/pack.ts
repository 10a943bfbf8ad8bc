import type { Language } from '../language.ts'
import type { QuickReply } from '../quick-reply.ts'
import type { Article } from './article.ts'
import type { Guide } from './guide.ts'
import type { Said } from './said.ts'

/** What a pack is, by what stands at its head. */
export interface PackHead {
  /** Small letters, digits and hyphens. */
  readonly name: string
  /** A whole number that grows with each build: an older one is refused. */
  readonly version: number
  readonly title: Said
  readonly languages: readonly Language[]
  /** Who answers for what it says, and the queue of the case system where what agents report arrives. */
  readonly owner: { readonly name: string; readonly queue: string }
  /** The first and the last day of use, ISO 8601 `YYYY-MM-DD`; the last may be left open. */
  readonly validFrom: string
  readonly validUntil: string | undefined
}

export interface Term {
  readonly id: string
  readonly name: Said
  readonly meaning: Said
}

/** A version of what the centre knows: articles, guides, approved replies, a glossary. */
export interface Pack extends PackHead {
  readonly articles: readonly Article[]
  readonly guides: readonly Guide[]
  readonly replies: readonly QuickReply[]
  readonly glossary: readonly Term[]
}

/** Why a pack was not taken. The one before goes on. */
export const packRefusals = [
  /** Nothing came: no link, or the server does not have it. */
  'unreachable',
  /** Not a pack, or cut off, or changed on the way. */
  'damaged',
  /** Signed by nobody whom this desk trusts. */
  'untrusted',
  /** Older than the one that is here. */
  'older',
  /** Written for a newer Foyer. */
  'newer-format',
  /** Another pack's name stands in it. */
  'wrong-name',
  'too-large',
  /** This computer's disk did not take it. */
  'unstored',
] as const
export type PackRefusal = (typeof packRefusals)[number]

/** A pack as the desk holds it: its articles are asked for one by one. */
export interface PackContents extends PackHead {
  readonly guides: readonly Guide[]
  readonly replies: readonly QuickReply[]
  readonly glossary: readonly Term[]
  /** In the order of their names; what a search can be narrowed to. */
  readonly topics: readonly string[]
  readonly articles: number
}

/** What the desk has of one pack that its configuration names. */
export interface PackNow {
  readonly name: string
  /** The newest that was verified; `undefined` where none ever was. */
  readonly pack: PackContents | undefined
  /** Why the last try brought nothing. */
  readonly refused: PackRefusal | undefined
  /** Epoch milliseconds of the last time that the source said what it has. */
  readonly checkedAt: number | undefined
}

/** What the main process has of one pack. */
export type PackStatus = Omit<PackNow, 'pack'> & { readonly version: number | undefined }
