/** Loaded only when Terraform has to be downloaded. */
export { HttpClient } from '@actions/http-client'
export { cacheDir, find } from '@actions/tool-cache'
export { unzipSync } from 'fflate'
