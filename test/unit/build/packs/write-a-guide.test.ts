import { describe, expect, it } from 'vitest'

import { checkTexts } from '../../../../build/packs/check-pack.ts'
import { printFault } from '../../../../build/packs/print-faults.ts'
import { faultsOfForm } from '../../../../renderer/domain/knowledge/expression-faults.ts'
import { dispositions } from '../../../../renderer/domain/interaction.ts'
import { changed, firstPack, page, saidOf } from './first-pack.ts'

const guide = 'guides/send-form-again.yaml'

describe('docs/write-a-guide.md', () => {
  it('shows a pack without a fault', () => {
    const { faults, pack } = checkTexts(firstPack, '2026-11-23')
    expect(faults).toEqual([])
    expect(pack).toMatchObject({ name: 'my-pack', guides: [{ id: 'send-form-again', start: 'greeting' }] })
    expect(pack?.articles.map(({ id, language }) => `${id} ${language}`)).toEqual([
      'forms-by-mail en',
      'forms-by-mail fr',
    ])
  })

  it('shows the fault that its mistake makes', () => {
    const { faults } = checkTexts(changed(guide, 'next: goodbye', 'next: goodby'), '2026-11-23')
    const [, shown] = /```\n(guides[\s\S]*?)\n1 fault/.exec(page) ?? []
    expect(faults.map(printFault).join('\n')).toBe(shown)
  })

  it('shows conditions that can be written so', () => {
    const [, table = ''] = page.split('## Conditions')
    const conditions = table
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, text = '']) => text))
    expect(conditions.length).toBeGreaterThan(15)
    expect(conditions.filter((text) => faultsOfForm(text).length > 0)).toEqual([])
  })

  it('names all that can come of a conversation', () => {
    expect(dispositions.filter((one) => !page.includes(`\`${one}\``))).toEqual([])
  })

  it('leads to every mistake that a beginner makes', () => {
    expect(saidOf(changed(guide, 'next: which-form', 'nxt: which-form'))).toEqual([`${guide}:13 unknown-key`])
    expect(saidOf(changed(guide, '    next: which-form\n', ''))).toEqual([`${guide}:8 dead-end`])
    expect(saidOf(changed(guide, "'Good morning, {customer}. I", 'Good: I'))).toEqual([
      `${guide}:11 not-yaml`,
    ])
    expect(saidOf(changed(guide, '      - to: record\n', ''))).toEqual([
      `${guide}:29 last-branch`,
      `${guide}:37 unreachable-step`,
    ])
  })
})
