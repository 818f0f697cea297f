/** Loaded only when a download is checked: 1.2 MB in the bundle (284 kB packed), about 50 ms to load; a check takes 5. */
export { createMessage, readKey, readSignature, verify } from 'openpgp'
