import react from '@vitejs/plugin-react'
import { defineConfig, loadEnv, type Plugin, type UserConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { apiFile } from './scripts/build/api-file.ts'
import { filesOf } from './scripts/build/bundle.ts'
import { chunks } from './scripts/build/chunks.ts'
import { embedPage } from './scripts/build/embed-page.ts'
import { entries, offlineEntries } from './scripts/build/entries.ts'
import { headersFile } from './scripts/build/headers-file.ts'
import { targets } from './scripts/build/old-browsers/floor.ts'
import { rewriteStyles } from './scripts/build/old-browsers/styles.ts'
import { conversationStyles, prerenderRating, prerenderResults } from './scripts/build/prerender.ts'
import { addressesFile, answeredByIndex, patternOf, readRoutes } from './scripts/build/routes.ts'
import { serverFiles } from './scripts/build/server-files.ts'
import { tweetnaclAsModule } from './scripts/build/tweetnacl.ts'
import { rewrites } from './scripts/server/pages/rewrites.ts'

/** The API's key: what the environment names, else the one that `npm start` made. `site`: where people find the pages. */
function apiOf(mode: string) {
  const env = loadEnv(mode, import.meta.dirname, ['VITE_SUPABASE_', 'VITE_SITE_URL', 'SUPABASE_PUBLISHABLE_KEY'])
  return {
    key: env.VITE_SUPABASE_ANON_KEY || env.SUPABASE_PUBLISHABLE_KEY,
    url: env.VITE_SUPABASE_URL ?? '',
    site: env.VITE_SITE_URL ?? '',
  }
}

/**
 * Collects the files of a rating without a signal, and nothing more: a phone on a weak signal must not fetch the charts
 * in the background.
 */
function offlineFiles() {
  const files = new Set(['index.html', 'rate.html'])
  const collect: Plugin = {
    name: 'offline-files',
    generateBundle(_, bundle) {
      for (const entry of offlineEntries) for (const file of filesOf(bundle, entry)) files.add(file)
      for (const part of Object.values(bundle))
        if (part.type === 'asset' && part.names.includes(conversationStyles)) files.add(part.fileName)
    },
  }
  return { collect, files }
}

/** The installed app, and the service worker that opens a counter without a signal. */
function withoutSignal(files: Set<string>, routes: string[]) {
  return VitePWA({
    // A new version waits until the old one's pages are closed: a page never meets another version's files.
    registerType: 'prompt',
    // src/rate/shell/updates.ts does, when the page no longer needs the network for itself.
    injectRegister: false,
    manifest: {
      id: '/',
      start_url: '/',
      scope: '/',
      name: 'Hài Lòng',
      short_name: 'Hài Lòng',
      lang: 'vi',
      description: 'Đánh giá việc giải quyết thủ tục hành chính bằng một chạm.',
      display: 'minimal-ui',
      theme_color: '#0a5c58',
      background_color: '#f1f5f3',
      icons: [
        { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
        { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    includeManifestIcons: false,
    workbox: {
      globPatterns: ['index.html', 'rate.html', 'assets/*.{js,css}'],
      manifestTransforms: [async entries => ({ manifest: entries.filter(({ url }) => files.has(url)), warnings: [] })],
      // The first visit is already served when the network goes.
      clientsClaim: true,
      navigateFallback: '/index.html',
      // Any other address is asked of the server, which says when there is nothing, or has a newer app that knows it.
      navigateFallbackAllowlist: answeredByIndex(routes).map(patternOf),
      // Names carry a hash of the content, so a kept file is the right file.
      runtimeCaching: [
        {
          urlPattern: ({ request, url }) => request.mode === 'navigate' && /^\/[rv]\/[^/]+\/?$/.test(url.pathname),
          // The kept page opens at once, signal or not.
          handler: async ({ request }) =>
            (await caches.match('/rate.html', { ignoreSearch: true })) ?? fetch(request as Request),
        },
        {
          // Browsers ask for a recording in pieces.
          urlPattern: ({ sameOrigin, url }) => sameOrigin && /^\/assets\/.+\.mp3$/.test(url.pathname),
          handler: 'CacheFirst',
          options: { cacheName: 'speech', expiration: { maxEntries: 4 }, rangeRequests: true },
        },
        {
          urlPattern: ({ sameOrigin, url }) => sameOrigin && url.pathname.startsWith('/assets/'),
          handler: 'CacheFirst',
          options: { cacheName: 'assets', expiration: { maxEntries: 60 }, matchOptions: { ignoreVary: true } },
        },
      ],
    },
  })
}

export default defineConfig(async ({ mode, command }): Promise<UserConfig> => {
  const routes = command === 'build' ? await readRoutes() : []
  const { collect, files } = offlineFiles()
  const api = apiOf(mode)
  const define = {
    'import.meta.env.VITE_SUPABASE_ANON_KEY': JSON.stringify(api.key) ?? 'undefined',
    'import.meta.env.VITE_SUPABASE_URL': JSON.stringify(api.url || undefined) ?? 'undefined',
  }
  return {
    plugins: [
      react(),
      rewriteStyles(),
      tweetnaclAsModule,
      prerenderRating(api),
      collect,
      prerenderResults(define),
      rewrites,
      apiFile(api.key),
      embedPage(define),
      withoutSignal(files, routes),
      addressesFile(routes),
      headersFile({ api: api.url && new URL(api.url).origin, site: api.site }),
      serverFiles(api.key ?? ''),
    ],
    define,
    build: {
      target: targets,
      sourcemap: false,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: [entries.html, entries.polyfills, entries.tap, entries.framework, entries.conversation],
        // The tap's script calls the next one by its address.
        preserveEntrySignatures: 'allow-extension',
        // How long each plugin took is said when the machine is busy, in the middle of what a person reads who starts it.
        checks: { bundlerTimings: false },
        output: {
          codeSplitting: { groups: chunks() },
        },
      },
    },
  }
})
