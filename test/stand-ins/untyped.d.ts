/** Libraries that have no types of their own where the tests use them. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options: { readonly url: string })
    readonly window: Window & typeof globalThis
  }
}

declare module '*/strophe.esm.js' {
  export * from 'strophe.js'
}
