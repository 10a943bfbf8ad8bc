import * as v from 'valibot'

import type { Attachment } from '../../domain/case-event.ts'

const Stored = v.object({
  id: v.string(),
  name: v.string(),
  type: v.string(),
  size: v.optional(v.number()),
})

/** Files as they are described in events and entries. */
export const storedAttachments = v.pipe(
  v.array(Stored),
  v.transform((all): readonly Attachment[] => all.map((one) => ({ ...one, size: one.size }))),
)
