import { FileText } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'

import type { Span } from '../../../domain/knowledge/article.ts'
import { spanText } from '../../../domain/knowledge/article-text.ts'
import { useDesk } from '../desk-context.tsx'
import { useArticlePlace } from './article-context.tsx'
import { OutsideLink } from './OutsideLink.tsx'

/** What stands in a line. */
export function ArticleSpans({ spans }: { spans: readonly Span[] }) {
  return spans.map((span, index) => <ArticleSpan key={index} span={span} />)
}

function ArticleSpan({ span }: { span: Span }) {
  switch (span.kind) {
    case 'text':
      return span.text
    case 'code':
      return <code>{span.text}</code>
    case 'strong':
      return (
        <strong>
          <ArticleSpans spans={span.spans} />
        </strong>
      )
    case 'emphasis':
      return (
        <em>
          <ArticleSpans spans={span.spans} />
        </em>
      )
    case 'link':
      return <OutsideLink to={span.to} text={spanText(span.spans)} />
    case 'article-link':
      return <ArticleLink span={span} />
    case 'term':
      return <GlossaryTerm span={span} />
  }
}

type Of<K extends Span['kind']> = { readonly span: Extract<Span, { readonly kind: K }> }

/** Another article of the same pack, read in the place of this one. */
function ArticleLink({ span: { article, anchor, spans } }: Of<'article-link'>) {
  const { guides } = useDesk()
  const { pack } = useArticlePlace()
  return (
    <Button
      className="article-link"
      onPress={() => void guides.openArticle(pack, article, { anchor, how: 'link' })}
    >
      <FileText aria-hidden />
      {spanText(spans)}
    </Button>
  )
}

/** A word of the glossary; pressing it says what it means. */
function GlossaryTerm({ span: { term: id, spans } }: Of<'term'>) {
  const { terms, article } = useArticlePlace()
  const term = terms.find((one) => one.id === id)
  const text = spanText(spans)
  if (!term) return text
  return (
    <DialogTrigger>
      <Button className="article-term">{text}</Button>
      <Popover className="popover article-meaning">
        <Dialog lang={article.language}>
          <Heading slot="title">{term.name[article.language]}</Heading>
          <p>{term.meaning[article.language]}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
