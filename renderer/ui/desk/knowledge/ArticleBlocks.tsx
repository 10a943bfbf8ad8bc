import { MessageSquarePlus } from 'lucide-react'

import type { Block, Span } from '../../../domain/knowledge/article.ts'
import { blocksText, passagesOf, spanText } from '../../../domain/knowledge/article-text.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useArticlePlace } from './article-context.tsx'
import { ArticleSpans } from './ArticleSpans.tsx'

/** What a content team wrote, drawn block by block: none of it is ever markup of ours. */
export function ArticleBlocks({ blocks }: { blocks: readonly Block[] }) {
  return blocks.map((block, index) => <ArticleBlock key={index} block={block} />)
}

function ArticleBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return <ArticleHeading block={block} />
    case 'paragraph':
      return (
        <p>
          <ArticleSpans spans={block.spans} />
        </p>
      )
    case 'list':
      return <ArticleItems block={block} />
    case 'quote':
      return (
        <blockquote>
          <ArticleBlocks blocks={block.blocks} />
        </blockquote>
      )
    case 'table':
      return <ArticleTable block={block} />
  }
}

type Of<K extends Block['kind']> = { readonly block: Extract<Block, { readonly kind: K }> }

/** The article's title is of level 2 on the desk. */
const levels = { 2: 'h3', 3: 'h4', 4: 'h5' } as const

function ArticleHeading({ block }: Of<'heading'>) {
  const { say } = useWords()
  const { article, insert } = useArticlePlace()
  const Heading = levels[block.level]
  const text = (): string => {
    const passage = passagesOf(article).find(({ anchor }) => anchor === block.id)
    return passage ? `${passage.heading ?? ''}\n${blocksText(passage.blocks)}`.trim() : ''
  }
  return (
    <div className="article-heading">
      <Heading data-anchor={block.id} tabIndex={-1}>
        <ArticleSpans spans={block.spans} />
      </Heading>
      {insert && (
        <CommandButton className="button quiet" about={spanText(block.spans)} onPress={() => insert(text())}>
          <MessageSquarePlus aria-hidden />
          {say('article.insert.passage')}
        </CommandButton>
      )}
    </div>
  )
}

function ArticleItems({ block: { ordered, items } }: Of<'list'>) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List>
      {items.map((item, index) => (
        <li key={index}>
          <ArticleBlocks blocks={item} />
        </li>
      ))}
    </List>
  )
}

/** What scrolls can be reached by keyboard, also where nothing in it can be (WCAG 2.1.1). */
const scrollable = { tabIndex: 0 }

function ArticleTable({ block: { head, rows } }: Of<'table'>) {
  const { article } = useArticlePlace()
  return (
    <div className="article-table" role="region" aria-label={article.title} {...scrollable}>
      <table>
        <thead>
          <tr>
            {head.map((cell, index) => (
              <HeadCell key={index} spans={cell} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, index) => (
                <td key={index}>
                  <ArticleSpans spans={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A corner with nothing in it heads nothing. */
function HeadCell({ spans }: { spans: readonly Span[] }) {
  if (spanText(spans).trim() === '') return <td />
  return (
    <th scope="col">
      <ArticleSpans spans={spans} />
    </th>
  )
}
