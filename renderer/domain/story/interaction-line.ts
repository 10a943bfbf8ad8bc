import type { Interaction } from '../interaction.ts'
import type { StoryItem } from './story-item.ts'

export type InteractionLine = Extract<StoryItem, { readonly kind: 'interaction' }>

/** The line of an interaction before anything that belongs to it is read. */
export const interactionLine = (interaction: Interaction): InteractionLine => ({
  ...{ kind: 'interaction', key: `interaction/${interaction.id}`, at: interaction.offeredAt, interaction },
  ...{ conversation: undefined, guides: [], mood: undefined, case: undefined },
})
