/** Loaded only when the machine's own Terraform or OpenTofu does not do. */
export { cacheDir, find, findAllVersions } from '@actions/tool-cache'
export { unzipSync } from 'fflate'
