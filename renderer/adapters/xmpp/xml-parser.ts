/** Named in the page's policy (electron/content-security-policy.ts). A second one of this name cannot be made. */
const policyName = 'xml-of-chats'

interface Policy {
  createHTML(text: string): string
}

/** Trusted Types (W3C), as far as it is needed; only Chromium's windows have them. */
interface PolicyFactory {
  createPolicy(name: string, rules: Policy): Policy
}

/**
 * Lets Strophe parse XML where Trusted Types are enforced: `DOMParser.parseFromString` is one of their sinks, for it can
 * make HTML too. A default policy would be told the sink and not the type, and so open it for HTML. So the one policy is
 * used here alone, for `text/xml`; every other text meets the sink as before. What is parsed stays outside the page.
 */
export function allowXmlParsing(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory }
  if (!trustedTypes) return
  const policy = trustedTypes.createPolicy(policyName, { createHTML: (text) => text })
  const { prototype } = DOMParser
  const parse = Object.getOwnPropertyDescriptor(prototype, 'parseFromString')
    ?.value as DOMParser['parseFromString']
  prototype.parseFromString = function (text, type) {
    return parse.call(this, type === 'text/xml' ? policy.createHTML(text) : text, type)
  }
}
