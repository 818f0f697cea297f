/**
 * `sudo`, as far as the example's README uses it on the server of k3s: its files go below a folder, and its restart is
 * asked of the replay. Whatever else it is asked fails.
 */
import { execFileSync } from 'node:child_process'

const { SERVER_ROOT: server = '', RESTART_URL: url = '' } = process.env
const argv = process.argv.slice(2)
const [from = '', to = ''] = argv.slice(-2)

if (argv.join(' ') === `install -D -m 600 ${from} ${to}` && to.startsWith('/etc/rancher/k3s/')) {
  execFileSync('install', ['-D', '-m', '600', from, `${server}${to}`], { stdio: 'inherit' })
} else if (argv.join(' ') === 'systemctl restart k3s') {
  const { ok, status } = await fetch(url, { method: 'POST' })
  if (!ok) {
    console.error(`sudo: k3s does not start: ${status}`)
    process.exitCode = 1
  }
} else {
  console.error(`sudo: this one does not know ${argv.join(' ')}`)
  process.exitCode = 1
}
