/** The room that the browser gives to the desk's database. */
export interface StorageRoom {
  /** Asks that it is never thrown away to make room (Storage Standard §4). `false` where that is not granted. */
  persist(): Promise<boolean>
  /** Bytes; `undefined` where the browser does not say. */
  estimate(): Promise<{ readonly used: number; readonly quota: number } | undefined>
}
