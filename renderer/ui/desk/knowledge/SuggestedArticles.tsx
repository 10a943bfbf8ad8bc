import { X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useStore } from 'zustand'

import type { ArticleHit } from '../../../domain/knowledge/article-hit.ts'
import type { InteractionId } from '../../../domain/ids.ts'
import { pageInHand } from '../../../state/work-store.ts'
import { useWords } from '../../frame/words.tsx'
import { CommandButton } from '../CommandButton.tsx'
import { useDesk } from '../desk-context.tsx'
import { HitWords } from './FoundArticles.tsx'
import { articleSearchId } from './places.ts'
import { useInHand } from './use-knowledge.ts'

/** Articles that fit what is said in the interaction in hand, each with its passage. */
export function SuggestedArticles() {
  const shown = useStore(useDesk().stores.work, (state) => pageInHand(state)?.interaction.id)
  return shown === undefined ? null : <Suggested interaction={shown} />
}

function Suggested({ interaction }: { interaction: InteractionId }) {
  const { say } = useWords()
  const { articles } = useInHand(interaction)
  return (
    <section className="articles-suggested" aria-labelledby="articles-suggested-heading">
      <h2 id="articles-suggested-heading">{say('articles.suggested')}</h2>
      {articles.length === 0 ? (
        <p className="quiet">{say('articles.suggested.none')}</p>
      ) : (
        <ul>
          {articles.map((hit) => (
            <li key={`${hit.pack}/${hit.article}`}>
              <SuggestedArticle hit={hit} interaction={interaction} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function SuggestedArticle({ hit, interaction }: { hit: ArticleHit; interaction: InteractionId }) {
  const { say } = useWords()
  const { guides } = useDesk()
  const { pack, article, title, passage } = hit
  return (
    <div className="article-suggested">
      <Button
        className="button article-hit"
        onPress={() => void guides.openArticle(pack, article, { anchor: passage.anchor, how: 'suggestion' })}
      >
        <HitWords hit={hit} />
      </Button>
      <CommandButton
        className="button quiet icon-only"
        aria-label={`${say('articles.dismiss')} – ${title.text}`}
        onPress={() => {
          guides.dismiss(interaction, pack, article)
          // The button goes with its article.
          document.getElementById(articleSearchId)?.focus()
        }}
      >
        <X aria-hidden />
      </CommandButton>
    </div>
  )
}
