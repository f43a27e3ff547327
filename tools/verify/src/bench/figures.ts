import { selectNamed } from './output.ts';

/** One figure that is measured, and what it should be. */
export interface Figure {
  /** As the measuring program names it. */
  name: string;
  what: string;
  unit: string;
  atMost?: number;
  atLeast?: number;
}

/** A word for `--only`, and the figures that come of it. */
export interface Group {
  name: string;
  measuredBy: 'backend' | 'frontend' | 'browser';
  figures: Figure[];
}

const errors = (name: string): Figure => ({
  name: `${name}-errors`,
  what: `${name}: errors`,
  unit: '',
  atMost: 0,
});

/** All figures, in the order of the table. The database holds 100 people with 10,000 tasks each. */
export const groups: Group[] = [
  {
    name: 'list',
    measuredBy: 'backend',
    figures: [
      { name: 'list-p50', what: 'list of 50, 8 connections: p50', unit: 'ms' },
      { name: 'list-p99', what: 'list of 50, 8 connections: p99', unit: 'ms', atMost: 25 },
      { name: 'list-rate', what: 'list: answers a second', unit: '/s', atLeast: 1_500 },
      {
        name: 'list-per-core',
        what: 'list: answers per second of backend processor',
        unit: '/s',
        atLeast: 1_500,
      },
      errors('list'),
    ],
  },
  {
    name: 'create',
    measuredBy: 'backend',
    figures: [
      { name: 'create-rate', what: 'create, 32 writers', unit: '/s', atLeast: 800 },
      errors('create'),
    ],
  },
  {
    name: 'search',
    measuredBy: 'backend',
    figures: [
      { name: 'search-p50', what: 'search, 2 connections: p50', unit: 'ms' },
      { name: 'search-p99', what: 'search, 2 connections: p99', unit: 'ms', atMost: 50 },
      errors('search'),
    ],
  },
  {
    name: 'start',
    measuredBy: 'backend',
    figures: [
      { name: 'backend-start', what: 'backend: processor until ready', unit: 's', atMost: 0.6 },
    ],
  },
  {
    name: 'memory',
    measuredBy: 'backend',
    figures: [
      { name: 'backend-memory', what: 'backend: memory when idle', unit: 'MB', atMost: 110 },
    ],
  },
  {
    name: 'discretion',
    measuredBy: 'backend',
    figures: [
      { name: 'sign-up-gap', what: 'sign-up: known or unknown address', unit: '%', atMost: 10 },
      { name: 'sign-in-gap', what: 'login: known or unknown address', unit: '%', atMost: 10 },
    ],
  },
  {
    name: 'assistant',
    measuredBy: 'backend',
    figures: [
      { name: 'assistant-first-ever', what: 'built-in assistant: first answer ever', unit: 'ms' },
      {
        name: 'assistant-first-word',
        what: 'built-in assistant: first word, p95',
        unit: 'ms',
        atMost: 150,
      },
    ],
  },
  {
    name: 'mcp',
    measuredBy: 'backend',
    figures: [
      { name: 'mcp-p50', what: 'MCP, list of 50, 8 connections: p50', unit: 'ms' },
      { name: 'mcp-p99', what: 'MCP, list of 50, 8 connections: p99', unit: 'ms', atMost: 30 },
      { name: 'mcp-rate', what: 'MCP, list: answers a second', unit: '/s', atLeast: 800 },
      {
        name: 'mcp-per-core',
        what: 'MCP, list: answers per second of backend processor',
        unit: '/s',
        atLeast: 800,
      },
      errors('mcp'),
    ],
  },
  {
    name: 'streams',
    measuredBy: 'backend',
    figures: [
      {
        name: 'streams-memory',
        what: 'backend: memory with 200 open streams',
        unit: 'MB',
        atMost: 200,
      },
    ],
  },
  {
    name: 'reminders',
    measuredBy: 'backend',
    figures: [
      {
        name: 'reminders-time',
        what: '10,000 reminders due at once, mailed by two replicas',
        unit: 's',
        atMost: 120,
      },
      {
        name: 'reminders-growth',
        what: 'reminders: memory grown in the second half',
        unit: 'MB',
        atMost: 40,
      },
      {
        name: 'reminders-peak',
        what: 'reminders: highest memory of a replica that has 256 MiB',
        unit: 'MB',
        atMost: 200,
      },
      errors('reminders'),
    ],
  },
  {
    name: 'frontend',
    measuredBy: 'frontend',
    figures: [
      { name: 'frontend-memory', what: 'frontend: memory when idle', unit: 'MB', atMost: 110 },
    ],
  },
  {
    name: 'dashboard',
    measuredBy: 'browser',
    figures: [
      {
        name: 'dashboard-js',
        what: 'dashboard: compressed JavaScript',
        unit: 'KB',
        atMost: 200,
      },
      {
        name: 'dashboard-lcp',
        what: 'dashboard: largest paint, processor at a quarter',
        unit: 'ms',
        atMost: 1_500,
      },
    ],
  },
  {
    name: 'scroll',
    measuredBy: 'browser',
    figures: [
      {
        name: 'scroll-longest-task',
        what: '5,000 tasks: longest task while scrolling',
        unit: 'ms',
        atMost: 100,
      },
    ],
  },
];

/** The groups that `--only a,b` asks for; all without it. Throws on a word that names none. */
export const selectGroups = (only: string | undefined): Group[] => selectNamed(groups, only);
