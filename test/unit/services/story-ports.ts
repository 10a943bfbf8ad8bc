import type { CaseEvent } from '../../../renderer/domain/case-event.ts'
import type { CaseRecord } from '../../../renderer/domain/case-record.ts'
import { fieldOf } from '../../../renderer/domain/case.ts'
import type { Interaction } from '../../../renderer/domain/interaction.ts'
import type { OutboxEntry } from '../../../renderer/domain/outbox.ts'
import { ok } from '../../../renderer/domain/result.ts'
import type { StoryStore } from '../../../renderer/ports/story-store.ts'
import type { StoryCaseStore } from '../../../renderer/services/story/story-cases.ts'

/** What a story is made of, in memory: as the stores of the ports give it. */
export interface StoryWorld {
  readonly interactions: readonly Interaction[]
  readonly cases: readonly StoredStoryCase[]
}

export interface StoredStoryCase {
  readonly record: CaseRecord
  readonly events: readonly CaseEvent[]
  readonly entries: readonly OutboxEntry[]
}

export interface StoryPorts {
  readonly story: Pick<StoryStore, 'interactionsBeside'>
  readonly cases: StoryCaseStore
  /** Histories that were read, one after the other. */
  readonly histories: string[]
}

/** @param world asked anew each time, so that a test can let something happen */
export function createStoryPorts(world: () => StoryWorld): StoryPorts {
  const histories: string[] = []
  const found = (id: string) => world().cases.find(({ record }) => record.id === id)
  return {
    histories,
    story: {
      interactionsBeside({ contacts, towards, of, limit }) {
        const isOlder = towards === 'older'
        const beyond = world()
          .interactions.filter(({ contact, offeredAt }) =>
            contacts.some((id) => id === contact && (isOlder ? offeredAt < of : offeredAt > of)),
          )
          .sort((a, b) => (isOlder ? b.offeredAt - a.offeredAt : a.offeredAt - b.offeredAt))
        const last = beyond[limit - 1]
        // All of the last one's millisecond, however many.
        const interactions = beyond.filter((one, at) => at < limit || one.offeredAt === last?.offeredAt)
        return Promise.resolve(ok({ interactions, unreadable: 0 }))
      },
    },
    cases: {
      ofAddress: (address, limit) =>
        Promise.resolve(
          ok(
            world()
              .cases.map(({ record }) => record)
              .filter(({ current }) => fieldOf(current, 'requestors').includes(address))
              .sort((a, b) => b.current.updatedAt - a.current.updatedAt)
              .slice(0, limit),
          ),
        ),
      history(id) {
        histories.push(id)
        return Promise.resolve(ok(found(id)?.events ?? []))
      },
      entriesOf: (id) => Promise.resolve(ok(found(id)?.entries ?? [])),
    },
  }
}
