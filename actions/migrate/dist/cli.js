import { cli } from './action.js';
await cli();
