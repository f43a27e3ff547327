import { parseArgs } from 'node:util';
import { createReport, Failure, runMain, type Report } from '@todo-chatbot/rollout';
import { askConsent } from './consent.ts';
import { doctor } from './doctor/doctor.ts';
import { start } from './start.ts';
import { stop } from './stop.ts';

const help = `
 npm start         brings the app up: engine, cluster, images, release
 npm stop          removes the cluster and its registry; caches stay
 npm run doctor    lists every tool: what was found, what is wanted, the cure

 Options, after --:
   --yes        install what is missing without asking
   --json       one object a line
   --verbose    stacks of failures
   --help       this text

 Settings, in the environment:
   TODO_CLUSTER         kind, minikube or context:<name> (default: minikube when installed, else kind)
   TODO_PORT            where the app answers (default: 8080)
   TODO_INSTANCE        name of the cluster, to have several (default: todo-chatbot)
   TODO_REGISTRY_PORT   the local registry's port (default: 5001)
`;

interface Flags {
  yes?: boolean;
  json?: boolean;
}

const commands: Record<string, (report: Report, flags: Flags) => Promise<void>> = {
  start: async (report, flags) => start({ report, consent: await askConsent(flags.yes === true) }),
  stop: (report) => stop(report),
  doctor: (report, flags) => doctor(report, flags.json === true),
};

/** Everything that was finished is kept, so there is nothing to undo. */
function onInterrupt(signal: NodeJS.Signals, code: number): void {
  // Not once: the second of two, from the terminal and from npm, would end this before it has spoken.
  process.on(signal, () => {
    process.stderr.write('\n Interrupted. Run the same command again: it goes on from here.\n');
    process.exit(code);
  });
}

await runMain(async () => {
  const { values: flags, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      yes: { type: 'boolean', short: 'y' },
      json: { type: 'boolean' },
      verbose: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const command = commands[positionals[0] ?? ''];
  if (flags.help) {
    process.stdout.write(`${help}\n`);
    return;
  }
  if (!command) {
    throw new Failure({
      what: `There is no command "${positionals[0] ?? ''}".`,
      cure: 'one of start, stop, doctor; --help says more',
    });
  }
  onInterrupt('SIGINT', 130);
  onInterrupt('SIGTERM', 143);
  onInterrupt('SIGHUP', 129);
  await command(createReport({ json: flags.json, verbose: flags.verbose }), flags);
});
// A stage that failed leaves the stages beside it at work; their programs end with this process.
process.exit();
