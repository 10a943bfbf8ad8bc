// A window with one word in it: what any app of this kind costs before it has done anything.
const { app, BrowserWindow, protocol } = require('electron')

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }])

void app.whenReady().then(() => {
  protocol.handle(
    'app',
    () =>
      new Response('<!doctype html><title>Blank</title><h1>Blank</h1>', {
        headers: { 'content-type': 'text/html' },
      }),
  )
  const window = new BrowserWindow({
    width: 1360,
    height: 860,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL('app://bundle/index.html')
})
app.on('window-all-closed', () => app.quit())
