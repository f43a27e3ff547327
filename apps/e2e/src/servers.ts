import { join } from 'node:path';

const apps = join(import.meta.dirname, '../..');

/** Where a pair of servers listens, and where its data lies. */
export interface Place {
  frontendPort: number;
  backendPort: number;
  dataDir: string;
}

/** Where the pages are. */
export const addressOf = ({ frontendPort }: Place) => `http://localhost:${frontendPort}`;

/** How the built backend starts: on an embedded database of its own. */
export const backend = (place: Place) => ({
  name: 'backend',
  command: 'node main.js',
  cwd: join(apps, 'backend/dist'),
  url: `http://localhost:${place.backendPort}/ready`,
  env: {
    PORT: String(place.backendPort),
    // Several pairs run at once; their MCP clients come through the frontend.
    MCP_SERVER_PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: place.dataDir,
    DATABASE_URL: '',
    FRONTEND_URL: addressOf(place),
    ENVIRONMENT: 'test',
  },
});

/** How the built frontend starts. */
export const frontend = (place: Place) => ({
  name: 'frontend',
  command: 'node server.js',
  cwd: join(apps, 'frontend/dist/apps/frontend'),
  url: addressOf(place),
  env: {
    PORT: String(place.frontendPort),
    HOSTNAME: 'localhost',
    BACKEND_URL: `http://localhost:${place.backendPort}`,
  },
});
