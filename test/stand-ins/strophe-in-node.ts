import { JSDOM } from 'jsdom'
import { WebSocket } from 'ws'

/**
 * Strophe as a window has it, with what it takes from one: the tests' configuration puts this in the place of its build
 * for Node, which wants another parser of XML than the one that the tests have.
 */
const { window } = new JSDOM('', { url: 'http://127.0.0.1/' })
const { DOMParser, XMLSerializer, XMLHttpRequest, document } = window
Object.assign(globalThis, { DOMParser, XMLSerializer, XMLHttpRequest, document, WebSocket })

export * from '../../node_modules/strophe.js/dist/strophe.esm.js'
