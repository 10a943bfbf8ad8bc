import { describe, expect, it } from 'vitest'

import { firstPack, saidOf } from './first-pack.ts'

/** A guide of these steps, beside the pack of docs/write-a-guide.md. */
const guide = (name: string, steps: string) => ({
  file: `guides/${name}.yaml`,
  text: `revision: 1
title: { en: One more, fr: Un de plus }
summary: { en: For a test., fr: Pour un essai. }
steps:
${steps.replace(/^/gm, '  ')}`,
})

const title = 'title: { en: A, fr: B }'
const step = (name: string, ...lines: string[]) => [`${name}:`, title, ...lines].join('\n  ')
const begin = step('begin', 'do: [{ private: begin }]', 'next: inside')
const end = step('end', 'do: [{ private: end }]', 'next: over')
const over = step('over', 'end: true')

const said = (...guides: ReturnType<typeof guide>[]) => saidOf([...firstPack, ...guides])

describe('a private stretch', () => {
  it('may be closed by another guide that is called in it', () => {
    const pay = [begin, step('inside', 'guide: close', 'next: over'), over].join('\n')
    expect(said(guide('pay', pay), guide('close', [end, over].join('\n')))).toEqual([])
  })

  it('is left open where the other closes it on one way only', () => {
    const pay = [begin, step('inside', 'guide: close', 'next: over'), over].join('\n')
    const choose = step('choose', 'check:', '  - { when: channel = "call", to: end }', '  - { to: over }')
    expect(said(guide('pay', pay), guide('close', [choose, end, over].join('\n')))).toEqual([
      'guides/pay.yaml:7 open-private',
    ])
  })

  it('that another guide leaves open is that one’s fault alone', () => {
    const pay = [step('inside', 'guide: open', 'next: over'), over].join('\n')
    const open = [begin, step('inside', `say: { en: A, fr: B }`, 'next: over'), over].join('\n')
    expect(said(guide('pay', pay), guide('open', open))).toEqual(['guides/open.yaml:7 open-private'])
  })

  it('may be begun again on a way round', () => {
    const again = step(
      'inside',
      'say: { en: Again?, fr: Encore? }',
      'next:',
      '  - { when: channel = "chat", to: begin }',
      '  - { to: end }',
    )
    expect(said(guide('pay', [begin, again, end, over].join('\n')))).toEqual([])
  })
})

describe('the fields that a guide can speak of', () => {
  const ask = step(
    'ask',
    'ask:',
    '  - { name: age, type: number, label: { en: Age, fr: Âge } }',
    'next: over',
  )
  const speak = (name: string) =>
    step('speak', `say: { en: 'You are {${name}}', fr: 'Vous avez {${name}}' }`, 'next: over')

  it('are those of the guide that calls it', () => {
    const caller = [
      ask.replace('next: over', 'next: call'),
      step('call', 'guide: called', 'next: over'),
      over,
    ]
    expect(
      said(guide('caller', caller.join('\n')), guide('called', [speak('age'), over].join('\n'))),
    ).toEqual([])
  })

  it('are not those of a guide that it never meets', () => {
    const other = guide('other', [ask, over].join('\n'))
    expect(said(other, guide('speaking', [speak('age'), over].join('\n')))).toEqual([
      'guides/speaking.yaml:7 unknown-name',
      'guides/speaking.yaml:7 unknown-name',
    ])
  })

  it('are not doubted while the guide that asks for them cannot be read', () => {
    const caller = [
      ask.replace('type: number', 'type: nmber').replace('next: over', 'next: call'),
      step('call', 'guide: called', 'next: over'),
      over,
    ]
    expect(
      said(guide('caller', caller.join('\n')), guide('called', [speak('age'), over].join('\n'))),
    ).toEqual(['guides/caller.yaml:8 bad-value'])
  })
})
