import { describe, expect, it } from 'vitest'

import { createJournalTurn } from '../../../renderer/services/cases/journal-turn.ts'

function work() {
  const done: string[] = []
  const ends = new Map<string, () => void>()
  const of = (name: string) => (): Promise<void> => {
    done.push(`${name} begins`)
    return new Promise((resolve) => void ends.set(name, resolve))
  }
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.()
    await new Promise((resolve) => void setTimeout(resolve, 0))
  }
  return { done, of, end }
}

describe('the turns of those who use the journal', () => {
  it('let many write at once, and nobody while it is compared', async () => {
    const [{ done, of, end }, turn] = [work(), createJournalTurn()]
    void turn.write(of('one'))
    void turn.write(of('two'))
    await end('')
    void turn.compare(of('compare'))
    void turn.write(of('three'))
    await end('one')
    expect(done).toEqual(['one begins', 'two begins'])
    await end('two')
    expect(done).toEqual(['one begins', 'two begins', 'compare begins'])
    await end('compare')
    expect(done.at(-1)).toBe('three begins')
  })

  it('goes on after something that failed', async () => {
    const turn = createJournalTurn()
    const fails = (): Promise<never> => Promise.reject(new Error('the disk'))
    await expect(turn.compare(fails)).rejects.toThrow('the disk')
    await expect(turn.write(fails)).rejects.toThrow('the disk')
    expect(await turn.compare(() => Promise.resolve('compared'))).toBe('compared')
  })
})
