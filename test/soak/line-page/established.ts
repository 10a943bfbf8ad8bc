import type { InviterInviteOptions } from 'sip.js'

/** For an INVITE; `answered` resolves when the other side has answered. */
export function askedToAnswer(): {
  readonly options: InviterInviteOptions
  readonly answered: Promise<void>
} {
  let options: InviterInviteOptions = {}
  const answered = new Promise<void>((resolve, reject) => {
    options = {
      requestDelegate: {
        onAccept: () => resolve(),
        onReject: ({ message }) =>
          reject(new Error(`the call was refused with ${String(message.statusCode)}`)),
      },
    }
  })
  return { options, answered }
}
