/** What the agent sees of the page's speed. Times are milliseconds. */
export interface Frames {
  /** Between one frame and the next. */
  readonly gaps: readonly number[]
  /** Of the page's own tasks, those that took more than 50 ms: what keeps a frame waiting that is not another program. */
  readonly longTasks: readonly number[]
}

/** Counts frames as the page is asked for them (HTML, animation frames), and its long tasks (Long Tasks API) beside them. */
export function watchFrames(): { stop(): Frames } {
  const [gaps, longTasks]: [number[], number[]] = [[], []]
  let last: number | undefined
  const take = (now: number): void => {
    if (last !== undefined) gaps.push(now - last)
    last = now
    next = requestAnimationFrame(take)
  }
  let next = requestAnimationFrame(take)
  const observer = new PerformanceObserver((list) =>
    longTasks.push(...list.getEntries().map(({ duration }) => duration)),
  )
  observer.observe({ type: 'longtask' })
  return {
    stop() {
      cancelAnimationFrame(next)
      observer.disconnect()
      return { gaps, longTasks }
    },
  }
}
