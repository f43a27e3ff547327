import type { MetadataRoute } from 'next';

/** What the app is called and looks like where a device installs it. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/app',
    name: 'todo-chatbot',
    short_name: 'Todo',
    description: 'A quiet place for everything you have to do.',
    start_url: '/app',
    scope: '/',
    display: 'standalone',
    lang: 'en',
    categories: ['productivity'],
    theme_color: '#fafafd',
    background_color: '#fafafd',
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ],
  };
}
