/** Loaded only when a download is checked: 1.2 MB in the bundle, about 35 ms to load. */
export { createMessage, readKey, readSignature, verify } from 'openpgp'
