/** Loaded only when Terraform has to be downloaded. */
export { cacheDir, downloadTool, extractZip, find } from '@actions/tool-cache'
