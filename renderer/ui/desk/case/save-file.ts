/**
 * Hands bytes to the browser's own way of saving files. They go as bytes of no kind, whatever the sender called them: so
 * nothing that a customer sends is shown, or run, by this window.
 */
export function saveFile(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has begun by then; the bytes are not kept in memory for it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
