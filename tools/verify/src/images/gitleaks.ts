import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureGitleaks } from '@todo-chatbot/closed-network';
import { run } from '@todo-chatbot/rollout';
import { workspaceRoot } from '../nx.ts';

interface Finding {
  RuleID: string;
  File: string;
  StartLine: number;
  Commit: string;
}

/** What gitleaks finds in all files of a folder: rule and place, never the secret itself. */
export function secretsInFolder(folder: string): Promise<string[]> {
  return gitleaks('dir', folder);
}

/** What it finds in every commit of a repository. */
export function secretsInHistory(repository: string): Promise<string[]> {
  return gitleaks('git', repository);
}

async function gitleaks(source: 'dir' | 'git', path: string): Promise<string[]> {
  const program = await ensureGitleaks();
  const folder = mkdtempSync(join(tmpdir(), 'gitleaks-'));
  const report = join(folder, 'report.json');
  const config = ['--config', join(workspaceRoot, '.gitleaks.toml')];
  const output = ['--report-format', 'json', '--report-path', report];
  try {
    // Only an error of its own ends it with another code than that for a finding.
    const quiet = ['--no-banner', '--redact', '--exit-code', '0', '--log-level', 'error'];
    await run(program, [source, path, ...config, ...output, ...quiet]);
    const findings = JSON.parse(readFileSync(report, 'utf8')) as Finding[];
    return findings.map(({ RuleID, File, StartLine, Commit }) =>
      [RuleID, `${File}:${StartLine}`, Commit.slice(0, 12)].filter(Boolean).join(' '),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
