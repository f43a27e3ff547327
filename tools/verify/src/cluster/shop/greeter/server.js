const { createServer } = require('node:http');

createServer((_request, response) => response.end('Hello\n')).listen(8080);
process.once('SIGTERM', () => process.exit());
