import type { FieldKey } from '../../renderer/domain/case-field.ts'
import type { OutboxEntry } from '../../renderer/domain/outbox.ts'

/** What the agent asked for, with words that occur nowhere else. */
export type Deed =
  | { readonly kind: 'note' | 'reply' | 'create' | 'link'; readonly words: string }
  | { readonly kind: 'change'; readonly field: FieldKey; readonly words: string }

/**
 * `saved` and `refused` are what the desk has told the agent; whoever was cut off before they were told anything does
 * not know, and both are right then.
 */
export type Fate = 'asked' | 'saved' | 'refused' | 'unknown'

export interface Noted {
  readonly deed: Deed
  readonly owner: string
  fate: Fate
}

/** Everything that the agent has ever done at this desk. */
export function createLedger() {
  const noted: Noted[] = []
  let takenBack = new Map<string, OutboxEntry>()
  return {
    noted: noted as readonly Noted[],
    /** What has been seen to be taken back and is not on the disk any more was forgotten after its days. */
    remember(entries: readonly OutboxEntry[], isTakenBack: (entry: OutboxEntry) => boolean): void {
      takenBack = new Map([...takenBack].filter(([id]) => !entries.some((entry) => entry.id === id)))
      for (const entry of entries.filter(isTakenBack)) takenBack.set(entry.id, entry)
    },
    takenBack: (): readonly OutboxEntry[] => [...takenBack.values()],
    /** Words that are used once. */
    nextWords: (): string => `n${noted.length + 1}`,
    note(owner: string, deed: Deed, told: Promise<boolean>): void {
      const one: Noted = { deed, owner, fate: 'asked' }
      noted.push(one)
      void told.then((isSaved) => (one.fate = isSaved ? 'saved' : 'refused'))
    },
    /** A window has ended: nobody will hear any more what came of it. */
    cutOff(owner: string): void {
      for (const one of noted) if (one.owner === owner && one.fate === 'asked') one.fate = 'unknown'
    },
  }
}

export type Ledger = ReturnType<typeof createLedger>
