interface TargetInfo {
  readonly targetId: string
  readonly type: string
  readonly url: string
}

/** The events of the Chrome DevTools Protocol that the stand-in listens to, with the fields that it reads. */
export interface CdpEvents {
  'Target.attachedToTarget': { readonly sessionId: string; readonly targetInfo: TargetInfo }
  'Target.targetDestroyed': { readonly targetId: string }
  'Inspector.targetCrashed': object
  'Runtime.bindingCalled': {
    readonly name: string
    readonly payload: string
    readonly executionContextId: number
  }
  'Runtime.executionContextDestroyed': { readonly executionContextId: number }
  'Runtime.consoleAPICalled': {
    readonly type: string
    readonly args: readonly { readonly value?: unknown; readonly description?: string }[]
    readonly stackTrace?: {
      readonly callFrames: readonly { readonly url: string; readonly lineNumber: number }[]
    }
  }
  'Runtime.exceptionThrown': {
    readonly exceptionDetails: {
      readonly text: string
      readonly url?: string
      readonly lineNumber: number
      readonly exception?: { readonly description?: string }
    }
  }
  'Log.entryAdded': {
    readonly entry: {
      readonly level: string
      readonly text: string
      readonly url?: string
      readonly lineNumber?: number
    }
  }
  'Page.loadEventFired': object
  'Page.domContentEventFired': object
  'Page.lifecycleEvent': { readonly frameId: string; readonly name: string }
  'Page.frameNavigated': {
    readonly frame: { readonly id: string; readonly url: string; readonly parentId?: string }
  }
  'Page.navigatedWithinDocument': { readonly frameId: string; readonly url: string }
  'Page.frameRequestedNavigation': {
    readonly frameId: string
    readonly url: string
    readonly disposition: string
  }
  'Page.windowOpen': {
    readonly url: string
    readonly windowName: string
    readonly windowFeatures: readonly string[]
  }
  'Fetch.requestPaused': {
    readonly requestId: string
    readonly frameId: string
    readonly request: { readonly url: string }
    readonly redirectedRequestId?: string
  }
}
