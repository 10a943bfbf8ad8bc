import { describe, expect, it } from 'vitest'

import { createPacks } from '../../../renderer/adapters/packs/create-packs.ts'
import type { LibraryWorker } from '../../../renderer/adapters/packs/create-packs.ts'
import { answerTo } from '../../../renderer/adapters/packs/library-work.ts'
import type { LibraryWorks, Question, WorkerFact } from '../../../renderer/adapters/packs/library-work.ts'
import { problem } from '../../../renderer/domain/problem.ts'
import { failed, ok } from '../../../renderer/domain/result.ts'

const unread = failed(problem('articles-unread'))

const works: LibraryWorks = {
  take: () => Promise.reject(new Error('no body')),
  forget: () => undefined,
  article: () => undefined,
  search: () => {
    throw new Error('a bug in the search')
  },
  suggest: () => [],
}

const told = (data: WorkerFact) => new MessageEvent('message', { data })

/** A worker on this side of the wall, whose work is done when its messages are handled. */
function openLibrary({ isSilent = false } = {}) {
  const worker: LibraryWorker = {
    onmessage: null,
    onerror: null,
    postMessage(message) {
      const question = message as Question
      const answer = async (): Promise<void> => {
        const answered = await answerTo(works, question)
        worker.onmessage?.(told({ kind: 'answer', id: question.id, answered }))
      }
      if (!isSilent) void answer()
    },
  }
  const status = [{ name: 'passports', version: 3, refused: undefined, checkedAt: undefined }]
  const source = {
    status: () => Promise.resolve(status),
    refresh: () => Promise.resolve(status),
    body: () => Promise.resolve({ version: 3, body: new Uint8Array([1]) }),
    onChanged: () => () => undefined,
  }
  return { worker, ...createPacks({ source, worker }) }
}

const filter = { language: 'en' } as const

describe('the worker that holds the packs', () => {
  it('says that it failed, where looking for something does', async () => {
    const { search, packs } = openLibrary()
    expect(await search.search('passport', filter, 10)).toEqual(unread)
    expect(await search.suggest(['passport'], filter, 10)).toEqual(ok([]))
    expect(await packs.article('passports', 'fees', 'en')).toEqual(ok(undefined))
  })

  it('leaves a pack at which it failed as one that cannot be read', async () => {
    const { packs } = openLibrary()
    expect(await packs.open('practice')).toEqual([
      { name: 'passports', pack: undefined, refused: 'damaged', checkedAt: undefined },
    ])
  })

  it('lets nobody wait for it after a mistake of its own, and is asked again', async () => {
    const { search, worker } = openLibrary({ isSilent: true })
    const waiting = search.search('passport', filter, 10)
    worker.onerror?.({ type: 'error', message: 'a bug' } as ErrorEvent)
    expect(await waiting).toEqual(unread)
    const again = search.suggest(['passport'], filter, 10)
    worker.onmessage?.(told({ kind: 'answer', id: 2, answered: ok([]) }))
    expect(await again).toEqual(ok([]))
  })

  it('is asked nothing more where its script could not be had', async () => {
    const { search, worker } = openLibrary({ isSilent: true })
    worker.onerror?.({ type: 'error' } as ErrorEvent)
    expect(await search.search('passport', filter, 10)).toEqual(unread)
  })
})
