/**
 * Why the desk calls an agent back to its window. A notice may show on a locked screen, so a window can name only its
 * kind: the main process has the words, and no customer can appear in them.
 */
export const noticeKinds = ['call-offered', 'chat-offered', 'chat-message'] as const
export type NoticeKind = (typeof noticeKinds)[number]
