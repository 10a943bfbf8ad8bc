/** The guide of the page in hand; there is one on the screen at a time. */
export const guidePlaceId = 'guide-place'

/** The words of the step in hand: where the focus goes when there is nothing to fill in. */
export const stepWordsId = 'guide-words'

/** Where a guide can be chosen while none is followed. */
export const guideChoicesId = 'guide-choices'

/** Where an article is looked for. */
export const articleSearchId = 'article-search'

/** The articles that were found. */
export const articleListId = 'article-list'
