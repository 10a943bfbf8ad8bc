import type { Realm } from '../../domain/setup.ts'
import { createArticleDesk } from './article-desk.ts'
import type { ArticleNeeds } from './article-desk.ts'
import type { GuideDesk } from './guide-desk.ts'
import { createGuideEffects } from './guide-effects.ts'
import type { EffectNeeds } from './guide-effects.ts'
import { createGuideFollowing } from './guide-following.ts'
import type { FollowingNeeds } from './guide-following.ts'
import { createKnowledgeInHand } from './knowledge-in-hand.ts'
import type { InHandNeeds } from './knowledge-in-hand.ts'
import { createLibrary } from './library.ts'
import type { LibraryNeeds } from './library.ts'
import { createPrivateStretches } from './private-stretches.ts'
import type { PrivateNeeds } from './private-stretches.ts'
import type { Spared } from '../story/spared.ts'
import type { GuideStore } from '../../ports/guide-store.ts'
import { withKnowledge } from '../../state/knowledge-store.ts'

export type KnowledgeNeeds = Omit<LibraryNeeds, 'state'> &
  Omit<ArticleNeeds, 'state' | 'store' | 'now' | 'chats'> &
  Omit<EffectNeeds, 'openArticle' | 'privacy' | 'now'> &
  Omit<FollowingNeeds, 'state' | 'store' | 'effects' | 'now'> &
  Pick<PrivateNeeds, 'telephony'> &
  Pick<InHandNeeds, 'stores'> & {
    readonly store: GuideStore
    /** What must not be forgotten; `undefined` where nobody can say, and then nothing is. */
    readonly spared: () => Promise<Spared | undefined>
  }

export type Knowledge = ReturnType<typeof createKnowledge>

/** Days for which guides that were followed are kept. */
const keepDays = 90
const day = 86_400_000

/** Everything about guides and articles that a shift needs. */
export function createKnowledge(needs: KnowledgeNeeds) {
  const { stores, timing, store } = needs
  const state = stores.knowledge
  const now = (): number => timing.now()
  const library = createLibrary({ ...needs, state })
  const articles = createArticleDesk({ ...needs, state, now, chats: stores.chats })
  const privacy = createPrivateStretches({ ...needs, state })
  const effects = createGuideEffects({
    ...needs,
    now,
    privacy,
    openArticle: (...which) => articles.openArticle(...which),
  })
  const { caseIsThere, ...following } = createGuideFollowing({ ...needs, state, effects, now })
  const inHand = createKnowledgeInHand({ ...needs, caseIsThere })

  const desk: GuideDesk = {
    ...{ ...articles, ...following, refresh: library.refresh },
    mood: (interaction, mood) =>
      state.setState((all) => withKnowledge(all, interaction, (one) => ({ ...one, mood }))),
  }
  return {
    desk,
    isPrivate: privacy.isPrivate,
    async begin(realm: Realm): Promise<void> {
      const spared = await needs.spared()
      if (spared) await store.forgetBefore(now() - keepDays * day, spared.interactions)
      await library.begin(realm)
    },
    end(): void {
      library.end()
      state.setState(state.getInitialState())
    },
    stop(): void {
      inHand.stop()
      library.stop()
    },
  }
}
