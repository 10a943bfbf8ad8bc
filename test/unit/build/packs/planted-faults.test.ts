import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

import { checkFolder } from '../../../../build/packs/check-pack.ts'
import { faultKinds } from '../../../../build/packs/fault.ts'

/** What was planted, at its place: one at least of each kind. */
const planted = `
articles/alone.fr.md:1:1 missing-language
articles/alone.fr.md:2:1 no-questions
articles/no-head.en.md:1:1 not-markdown
articles/photo.md:1:1 stray-file
articles/text.en.md:6:10 expired
articles/text.en.md:9:1 not-markdown
articles/text.en.md:11:6 not-markdown
articles/text.en.md:11:13 not-markdown
articles/text.en.md:11:22 not-markdown
articles/text.en.md:13:1 not-markdown
articles/text.en.md:16:5 broken-link
articles/text.en.md:17:5 broken-link
articles/text.en.md:18:5 broken-link
articles/text.en.md:19:5 not-markdown
articles/text.fr.md:6:10 expires-soon
glossary.yaml:4:7 same-name
guides/calls-a.yaml:7:12 endless-call
guides/calls-b.yaml:7:12 endless-call
guides/empty.yaml:1:1 missing
guides/empty.yaml:3:1 bad-value
guides/latin.yaml:1:1 unreadable
guides/not-yaml.yaml:2:14 not-yaml
guides/private.yaml:9:18 open-private
guides/set.yaml:12:13 same-name
guides/set.yaml:24:23 unknown-name
guides/set.yaml:25:37 bad-value
guides/set.yaml:26:41 unknown-name
guides/set.yaml:26:58 bad-value
guides/set.yaml:27:38 bad-value
guides/set.yaml:28:23 bad-value
guides/set.yaml:29:23 unknown-name
guides/set.yaml:34:13 unknown-name
guides/set.yaml:36:25 no-such-choice
guides/set.yaml:37:33 no-such-choice
guides/set.yaml:37:51 no-such-choice
guides/set.yaml:42:22 not-yaml
guides/set.yaml:42:48 not-yaml
guides/set.yaml:45:24 not-yaml
guides/shapes.yaml:1:11 bad-value
guides/shapes.yaml:2:1 missing-language
guides/shapes.yaml:3:1 unknown-key
guides/shapes.yaml:4:1 unknown-key
guides/shapes.yaml:10:17 bad-value
guides/shapes.yaml:11:10 step-shape
guides/shapes.yaml:14:5 step-shape
guides/shapes.yaml:17:3 step-shape
guides/shapes.yaml:22:9 step-shape
guides/shapes.yaml:28:70 bad-value
guides/shapes.yaml:29:24 bad-value
guides/shapes.yaml:31:9 unknown-key
guides/shapes.yaml:36:80 bad-value
guides/shapes.yaml:37:29 bad-value
guides/shapes.yaml:38:56 bad-value
guides/shapes.yaml:43:5 step-shape
guides/targets.yaml:10:13 unknown-step
guides/targets.yaml:11:13 last-branch
guides/targets.yaml:11:13 unknown-step
guides/targets.yaml:16:18 broken-link
guides/targets.yaml:18:15 last-branch
guides/targets.yaml:22:12 broken-link
guides/targets.yaml:24:3 dead-end
guides/twice.yaml:8:3 same-name
guides/ways.yaml:15:3 unreachable-step
guides/ways.yaml:18:3 endless-round
guides/ways.yaml:26:3 silent-round
guides/words.yaml:3:26 same-words
guides/words.yaml:5:9 unknown-name
guides/words.yaml:9:16 unknown-name
guides/words.yaml:12:17 same-name
guides/words.yaml:13:17 reserved-name
guides/words.yaml:15:15 two-types
guides/words.yaml:19:22 same-name
guides/words.yaml:21:21 condition
guides/words.yaml:23:15 unknown-name
guides/words.yaml:25:42 condition
guides/words.yaml:27:15 condition
guides/words.yaml:29:23 condition
pack.yaml:7:35 expired
replies/Old.yaml:1:1 stray-file
replies/one.yaml:4:15 unknown-name
replies/two.yaml:1:9 same-name
`

const faulty = fileURLToPath(new URL('faulty', import.meta.url))
const asText = ({ file, line, column, kind }: Awaited<ReturnType<typeof checkFolder>>['faults'][number]) =>
  `${file}:${line}:${column} ${kind}`

describe('a folder with a planted fault for each check', () => {
  it('finds each at its line, and none besides', async () => {
    const { faults, pack } = await checkFolder(faulty, '2026-03-01')
    expect(faults.map(asText)).toEqual(planted.trim().split('\n'))
    expect(pack).toBeUndefined()
  })

  it('has planted each kind', () => {
    expect(faultKinds.filter((kind) => !planted.includes(` ${kind}\n`))).toEqual([])
  })

  it('says with each what to do, in whole sentences', async () => {
    const { faults } = await checkFolder(faulty, '2026-03-01')
    const half = faults.filter(({ sentence, remedy }) => !/[.?]$/.test(sentence) || !/[.?]$/.test(remedy))
    expect(half).toEqual([])
  })

  it('stops no build for a warning', async () => {
    const { faults } = await checkFolder(faulty, '2026-03-01')
    const warnings = faults.filter(({ grade }) => grade === 'warning').map(({ kind }) => kind)
    const choices = ['no-such-choice', 'no-such-choice', 'no-such-choice']
    expect(warnings).toEqual(['no-questions', 'expires-soon', ...choices, 'same-words'])
  })

  it('finds nothing expired where no day is given', async () => {
    const { faults } = await checkFolder(faulty, undefined)
    expect(faults.filter(({ kind }) => kind === 'expired' || kind === 'expires-soon')).toEqual([])
  })
})
