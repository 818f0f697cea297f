import { cli } from './action.ts'

await cli()
