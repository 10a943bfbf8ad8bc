/** `undefined` where it takes longer than so many milliseconds. */
export function within<T>(limit: number, event: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), limit)
    event.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
