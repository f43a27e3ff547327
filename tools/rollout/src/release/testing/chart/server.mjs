import process from 'node:process';
import { createServer } from 'node:http';

const { VERSION: version, DOES: does } = process.env;
process.stdout.write(`version ${version} begins\n`);
if (does === 'crash') {
  process.stderr.write(`version ${version}: no such table: tasks\n`);
  process.exit(1);
}
createServer((_, response) => {
  response.writeHead(does === 'refuse' ? 503 : 200).end(version);
}).listen(8080);
