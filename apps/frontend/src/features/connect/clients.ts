/** Where a client finds the server, and by what it is let in. */
export interface Access {
  /** The address of the MCP server, such as `https://todo.example.org/mcp`. */
  address: string;
  /** Without one the client sends its person to log in, and to allow it. */
  token?: string | undefined;
}

/** How one MCP client is told about this installation. */
export interface Client {
  id: string;
  name: string;
  /** What to do with the snippet. */
  lead: string;
  /** What is copied, in words. */
  what: string;
  snippet: (access: Access) => string;
  /** An address that opens the client with everything filled in. */
  link?: (access: Access) => string;
  /** How one sees that it worked. */
  then: string;
}

/** By this name clients list the server. */
const serverName = 'todo';

const json = (value: object) => JSON.stringify(value, undefined, 2);
const command = (...lines: (string | false | undefined)[]) => lines.filter(Boolean).join(' \\\n  ');
const headerOf = (token: string) => `Authorization: Bearer ${token}`;

/** Stands where a token has to be and there is none yet. */
const noToken = 'YOUR_TOKEN';

/** The server as the files of editors name it. */
const serverOf = ({ address, token }: Access) => ({
  url: address,
  ...(token && { headers: { Authorization: `Bearer ${token}` } }),
});

const claudeCode: Client = {
  id: 'claude-code',
  name: 'Claude Code',
  lead: 'Run this once in a terminal.',
  what: 'the command for Claude Code',
  snippet: ({ address, token }) =>
    command(
      'claude mcp add --transport http --scope user',
      `${serverName} ${address}`,
      token && `--header "${headerOf(token)}"`,
    ),
  then: 'Type /mcp in Claude Code: “todo” is there, and connected.',
};

/** Claude Desktop starts programs only; this one passes everything on. @see https://www.npmjs.com/package/mcp-remote */
const claudeDesktop: Client = {
  id: 'claude-desktop',
  name: 'Claude Desktop',
  lead: 'Settings, Developer, Edit config opens claude_desktop_config.json. Put this in, and start Claude again. It needs Node.js on your computer.',
  what: 'the settings for Claude Desktop',
  snippet: ({ address, token }) => {
    const { protocol, hostname } = new URL(address);
    // The bridge takes plain http for this computer only, unless it is told to.
    const plain = protocol === 'http:' && hostname !== 'localhost' ? ['--allow-http'] : [];
    // Without a space, which some systems split at; the value comes from the environment.
    const header = token ? ['--header', 'Authorization:${TODO_TOKEN}'] : [];
    const server = {
      command: 'npx',
      args: ['-y', 'mcp-remote', address, ...plain, ...header],
      ...(token && { env: { TODO_TOKEN: `Bearer ${token}` } }),
    };
    return json({ mcpServers: { [serverName]: server } });
  },
  then: 'The tools of “todo” are in the menu below the message field.',
};

const cursor: Client = {
  id: 'cursor',
  name: 'Cursor',
  // It would be sent back to an address of a form that our server does not take.
  lead: 'Open Cursor by the button, or put this in ~/.cursor/mcp.json. It needs a token.',
  what: 'the settings for Cursor',
  snippet: ({ address, token = noToken }) =>
    json({ mcpServers: { [serverName]: serverOf({ address, token }) } }),
  link: ({ address, token = noToken }) => {
    const config = encodeURIComponent(btoa(JSON.stringify(serverOf({ address, token }))));
    return `cursor://anysphere.cursor-deeplink/mcp/install?name=${serverName}&config=${config}`;
  },
  then: 'Under Customize, MCPs, “todo” shows its tools.',
};

const vsCode: Client = {
  id: 'vs-code',
  name: 'VS Code',
  lead: 'Open VS Code by the button, or run “MCP: Open User Configuration” there and put this in.',
  what: 'the settings for VS Code',
  snippet: (access) => json({ servers: { [serverName]: { type: 'http', ...serverOf(access) } } }),
  link: (access) => {
    const server = { name: serverName, type: 'http', ...serverOf(access) };
    return `vscode:mcp/install?${encodeURIComponent(JSON.stringify(server))}`;
  },
  then: '“MCP: List Servers” shows “todo” as running.',
};

const inspector: Client = {
  id: 'inspector',
  name: 'Inspector',
  lead: 'The public inspector, in a terminal. It needs a token; without --cli it opens a page, and can log in.',
  what: 'the command for the inspector',
  snippet: ({ address, token = noToken }) =>
    command(
      `npx -y @modelcontextprotocol/inspector --cli ${address} --transport http`,
      `--header "${headerOf(token)}" --method tools/list`,
    ),
  then: 'The answer names the tools, add_task among them.',
};

const curl: Client = {
  id: 'curl',
  name: 'curl',
  lead: 'One request, without any client. It needs a token.',
  what: 'the curl command',
  snippet: ({ address, token = noToken }) =>
    command(
      `curl -sS '${address}'`,
      `-H '${headerOf(token)}'`,
      "-H 'Content-Type: application/json'",
      "-H 'Accept: application/json, text/event-stream'",
      `-d '{"jsonrpc":"2.0","id":1,"method":"tools/list"}'`,
    ),
  then: 'The answer names the tools, add_task among them.',
};

/** The clients that the page explains, the most used first. */
export const clients: readonly Client[] = [
  claudeCode,
  claudeDesktop,
  cursor,
  vsCode,
  inspector,
  curl,
];
