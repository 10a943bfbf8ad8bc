/** The system's locale from the POSIX variables (POSIX.1-2017, 8.2): `fr_CA.UTF-8` is `fr-CA`, `C` is `en-US`. */
export function systemLocale(env: NodeJS.ProcessEnv): string {
  const value = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(
    (text) => text !== undefined && text !== '',
  )
  const [, language, region] = /^([a-z]{2,3})(?:_([A-Z]{2}))?(?:[.@]|$)/.exec(value ?? '') ?? []
  if (language === undefined) return 'en-US'
  return region === undefined ? language : `${language}-${region}`
}
