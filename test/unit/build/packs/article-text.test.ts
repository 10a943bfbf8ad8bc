import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readArticleText } from '../../../../build/packs/read/article-text.ts'
import { readArticle } from '../../../../build/packs/read/read-article.ts'
import type { Span } from '../../../../renderer/domain/knowledge/article.ts'

const read = (text: string) => readArticleText({ file: 'articles/a.en.md', text })
const words = (text: string): Span => ({ kind: 'text', text })
const saidOf = (text: string) => read(text).faults.map(({ line, sentence }) => `${line} ${sentence}`)

describe('the text of an article', () => {
  it('is headings, paragraphs, lists, quotations and tables', () => {
    const { blocks, faults } = read(
      `One line
and _the same_ **line** with \`code\`.

## Qui peut la demander?

1. first
2. second

   below it

> quoted

| a | b |
| - | - |
| 1 |
`,
    )
    expect(faults).toEqual([])
    expect(blocks).toEqual([
      {
        kind: 'paragraph',
        spans: [
          words('One line and '),
          { kind: 'emphasis', spans: [words('the same')] },
          words(' '),
          { kind: 'strong', spans: [words('line')] },
          words(' with '),
          { kind: 'code', text: 'code' },
          words('.'),
        ],
      },
      { kind: 'heading', level: 2, id: 'qui-peut-la-demander', spans: [words('Qui peut la demander?')] },
      {
        kind: 'list',
        ordered: true,
        items: [
          [{ kind: 'paragraph', spans: [words('first')] }],
          [
            { kind: 'paragraph', spans: [words('second')] },
            { kind: 'paragraph', spans: [words('below it')] },
          ],
        ],
      },
      { kind: 'quote', blocks: [{ kind: 'paragraph', spans: [words('quoted')] }] },
      { kind: 'table', head: [[words('a')], [words('b')]], rows: [[[words('1')], []]] },
    ])
  })

  it('gives two headings of one name two anchors', () => {
    const { anchors } = read('## By mail\n\nText.\n\n### By mail\n\nText.\n\n## Sœurs d’été\n\nText.\n\n## …')
    expect([...anchors]).toEqual(['by-mail', 'by-mail-2', 'soeurs-d-ete', 'part'])
  })

  it('leads to articles, passages, terms and addresses', () => {
    const { blocks, leads } = read('[a](article:b) [c](article:d#e) [f](term:g) [h](tel:+18005550100)')
    expect(blocks).toEqual([
      {
        kind: 'paragraph',
        spans: [
          { kind: 'article-link', article: 'b', anchor: undefined, spans: [words('a')] },
          words(' '),
          { kind: 'article-link', article: 'd', anchor: 'e', spans: [words('c')] },
          words(' '),
          { kind: 'term', term: 'g', spans: [words('f')] },
          words(' '),
          { kind: 'link', to: 'tel:+18005550100', spans: [words('h')] },
        ],
      },
    ])
    expect(leads.map(({ kind, to, anchor, place }) => [kind, to, anchor, place.column])).toEqual([
      ['article', 'b', undefined, 1],
      ['article', 'd', 'e', 16],
      ['term', 'g', undefined, 33],
    ])
  })

  it.each([
    ['<script>alert(1)</script>', '1 There is no HTML in an article.'],
    ['Text\n\n***', '3 There are no ruled lines in an article.'],
    ['```\ncode\n```', '1 There are no blocks of code in an article.'],
    ['[a][b]\n\n[b]: https://www.example.org', '1 Links have their address beside them.'],
    ['one  \ntwo', '1 A line ends here by force.'],
    ['- ## in a list', '1 A heading stands inside a list or a quotation.'],
    ['[](https://www.example.org)', '1 A link without words stands here.'],
    ['[a](https://www.example.org "b")', '1 A link has words in quotation marks behind its address.'],
    ['[a](data:text/html,b)', '1 A link leads to “data:text/html,b”, which is no address.'],
    ['[a](../b.md)', '1 A link leads to “../b.md”, which is no address.'],
    ['', '1 The article says nothing.'],
    ['## ', '1 A heading without words stands here.'],
    ['| a |\n| - |\n| 1 | 2 |', '3 This row has more cells than the table’s first row.'],
  ])('says what cannot stand in it: %j', (text, said) => {
    expect(saidOf(text)).toContain(said)
  })

  it('never throws, whatever is written', () => {
    const markdown = fc
      .array(
        fc.constantFrom(
          '#',
          ' ',
          '\n',
          '>',
          '-',
          '1.',
          '[',
          '](',
          ')',
          '`',
          '|',
          '*',
          '_',
          '<',
          'a',
          '\\',
          '\ud800',
        ),
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.string(), markdown), (text) => {
        const { article } = readArticle({ id: 'a', language: 'en' }, { file: 'a.en.md', text }).source
        read(text)
        return article === undefined
      }),
    )
  })

  it.each([`${'>'.repeat(20_000)} a`, `text\n\n${'- '.repeat(20_000)}a`, `${' '.repeat(20_000)}- a`])(
    'gives up what is a thousand times inside itself, at once',
    (text) => {
      expect(saidOf(text)[0]).toContain('stand inside each other too often.')
    },
  )
})

describe('the lines above an article', () => {
  const withHead = (head: string) =>
    readArticle({ id: 'a', language: 'en' }, { file: 'a.en.md', text: `---\n${head}\n---\n\nText.\n\n<b>` })

  it('are its title, its summary and what search needs', () => {
    const { source, faults } = withHead('title: A\nsummary: B\nqueues: [q]\nrevised: 2026-11-23')
    expect(source.article).toMatchObject({
      ...{ id: 'a', language: 'en', title: 'A', summary: 'B', questions: [], topics: [], queues: ['q'] },
      ...{ revised: '2026-11-23', expires: undefined },
    })
    expect(faults.map(({ line, kind }) => `${line} ${kind}`)).toEqual(['10 not-markdown'])
  })

  it('are at their own lines when something is wrong with them', () => {
    const { faults } = withHead('title: A\nsummary: B\nrevised: 2026-13-01\ncolour: red')
    expect(faults.map(({ line, column, kind }) => `${line}:${column} ${kind}`)).toEqual([
      '4:10 bad-value',
      '5:1 unknown-key',
      '10:1 not-markdown',
    ])
  })
})
