/** Characters of one frame: a page of the archive is many frames, so that only a flood is larger. */
const longestFrame = 4_000_000
/** Elements within elements. Nothing that is said in a chat comes near; Strophe and every DOM walk them by recursion. */
const deepest = 64

/** Whether a frame may be given to a parser. What may not is left out as if it had not come. */
export function isReadable(frame: unknown): frame is string {
  return (
    typeof frame === 'string' && frame.length > 0 && frame.length <= longestFrame && depthOf(frame) <= deepest
  )
}

/** How deep the elements lie, or a little more: counted by the angle brackets alone, in one pass. */
function depthOf(frame: string): number {
  let [depth, most] = [0, 0]
  for (let at = frame.indexOf('<'); at !== -1; at = frame.indexOf('<', at + 1)) {
    if (frame[at + 1] === '/') depth -= 1
    else {
      const end = frame.indexOf('>', at)
      if (end !== -1 && frame[end - 1] === '/') continue
      depth += 1
      if (depth > most) most = depth
      if (most > deepest) return most
    }
  }
  return most
}
