// The two web servers of Debian with the files of docs/servers/, as an administrator installs them, in a temporary folder.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../bootstrap.js'
import { freePort } from '../checks/test-server.ts'

export type WebServer = {
  url: string
  /** All that it has written into its logs, and printed. */
  logged: () => string
  end: () => Promise<void>
}

const programs = { nginx: '/usr/sbin/nginx', caddy: '/usr/bin/caddy' }
export type Kind = keyof typeof programs

/** .ci/run installs them; elsewhere they may be missing, and then it is said. */
export const isInstalled = (kind: Kind) => existsSync(programs[kind])

/** The file with a place of its own for what an administrator puts in; a line that is no longer there is an error. */
function withPlaces(file: string, places: [string | RegExp, string][]) {
  return places.reduce(
    (text, [from, to]) => {
      const changed = text.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'gm'), to)
      if (changed === text) throw new Error(`${file} has no ${from} any more`)
      return changed
    },
    readFileSync(join(root, 'docs/servers', file), 'utf8'),
  )
}

function nginx(folder: string, port: number, api: string, pages: string) {
  const file = join(folder, 'nginx.conf')
  const site = withPlaces('nginx.conf', [
    ['/srv/hai-long/', `${join(root, 'dist')}/`],
    ['root /srv/hai-long;', `root ${pages};`],
    ['server 127.0.0.1:8000;', `server ${api};`],
    ['/var/cache/nginx/', `${folder}/`],
    ['/var/log/nginx/', `${folder}/`],
    ['listen 80;', 'listen 127.0.0.1:0;'],
    [/^ {2}listen \[::\].*\n/, ''],
    ['listen 443 ssl http2;', `listen 127.0.0.1:${port};`],
    [/^ {2}ssl_.*\n/, ''],
    ['hailong.example.gov.vn', 'localhost'],
  ]).replace(/server \{\n {2}listen 127\.0\.0\.1:0;[\s\S]*?\n\}\n/, '')
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${folder}/${name};`)
  writeFileSync(
    file,
    `daemon off;\nworker_processes 1;\npid ${folder}/pid;\nerror_log ${folder}/start.log;\n` +
      `events { worker_connections 4096; }\nhttp {\n${paths.join('\n')}\n${site}\n}\n`,
  )
  return ['-p', folder, '-c', file, '-e', join(folder, 'start.log')]
}

function caddy(folder: string, port: number, api: string, pages: string) {
  const file = join(folder, 'Caddyfile')
  const site = withPlaces('Caddyfile', [
    ['/srv/hai-long/', `${join(root, 'dist')}/`],
    ['root * /srv/hai-long\n', `root * ${pages}\n`],
    ['reverse_proxy 127.0.0.1:8000', `reverse_proxy ${api}`],
    ['/var/log/caddy/', `${folder}/`],
    [/^hailong\.example\.gov\.vn \{/, `http://localhost:${port} {`],
    // Its own address for administrators is switched off: it would be the same for every one that runs here.
    [/^\{$/, '{\n\tadmin off\n\tauto_https off'],
  ])
  writeFileSync(file, site)
  return ['run', '--config', file, '--adapter', 'caddyfile']
}

const answers = async (url: string) => (await fetch(url, { method: 'HEAD' }).catch(() => undefined)) !== undefined

/** Starts one in front of an API, on a free port, and resolves when it answers. pages: the folder that holds them. */
export async function startWebServer(kind: Kind, api: string, pages = join(root, 'dist')): Promise<WebServer> {
  const folder = mkdtempSync(join(tmpdir(), `hai-long-${kind}-`))
  const port = await freePort()
  const address = new URL(api).host
  mkdirSync(join(folder, 'home'))
  const args = (kind === 'nginx' ? nginx : caddy)(folder, port, address, pages)
  // nginx starts a worker as nobody, who must come in.
  spawnSync('chmod', ['-R', 'a+rwX', folder])
  const child: ChildProcess = spawn(programs[kind], args, {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: join(folder, 'home') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', part => (printed += part))
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const read = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '')
  const logged = () => ['hai-long.log', 'hai-long-errors.log', 'start.log'].map(read).join('\n') + printed
  const url = `http://localhost:${port}`
  const deadline = Date.now() + 20_000
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      child.kill()
      throw new Error(`${kind} does not start:\n${logged()}`)
    }
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  const end = async () => {
    child.kill('SIGTERM')
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, logged, end }
}
