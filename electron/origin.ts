/** Where the desk's own files are served; nothing else may be shown in a window. */
export const appScheme = 'app'
export const appOrigin = 'app://bundle'
export const appPage = `${appOrigin}/index.html`
