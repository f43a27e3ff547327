import { createHash } from 'node:crypto';
import { isBuiltin } from 'node:module';

/** What a file of own code takes from packages, and the file without those imports. */
export interface PackageImports {
  /** `[package, name, local name]`; the names are empty where a package is only run. */
  taken: [specifier: string, name: string, local: string][];
  rest: string;
}

const statement = /^import (?:([^"']+?) from )?"([^"]+)";\n/gm;

/** Whether an import names a package: neither a file nor a module of Node. */
export function isPackage(specifier: string): boolean {
  return !specifier.startsWith('.') && !isBuiltin(specifier);
}

/** Takes the imports of packages out of a file as esbuild writes it, where each is a statement. */
export function takePackageImports(text: string): PackageImports {
  const taken: PackageImports['taken'] = [];
  const rest = text.replaceAll(
    statement,
    (whole, clause: string | undefined, specifier: string) => {
      if (!isPackage(specifier)) return whole;
      const names = clause === undefined ? [['', ''] as const] : namesOf(clause);
      for (const [name, local] of names) taken.push([specifier, name, local]);
      return '';
    },
  );
  return { taken, rest };
}

/** `pg, { a, b as c }` → `[default, pg], [a, a], [b, c]`. */
function namesOf(clause: string): (readonly [name: string, local: string])[] {
  const [, first = '', braces = ''] = /^([^{]*?),?\s*(?:\{([^}]*)\})?$/.exec(clause) ?? [];
  const parts = first.split(',').map((part) => part.trim());
  const whole = parts.filter(Boolean).map((part) => {
    const [, namespace] = /^\* as (\S+)$/.exec(part) ?? [];
    return namespace === undefined ? (['default', part] as const) : (['*', namespace] as const);
  });
  const some = braces.split(',').map((part) => part.trim());
  const named = some.filter(Boolean).map((part) => {
    const [name = '', local = name] = part.split(' as ');
    return [name, local] as const;
  });
  return [...whole, ...named];
}

/** A module that hands on what is taken from packages, each under a number. */
export interface Handover {
  /** The same for the same module. */
  name: string;
  /** The module, to be bundled with the packages. */
  source: string;
  /** The import that gives own code its names again. */
  importFrom(path: string): string;
}

/** Makes the module for what one file takes. */
export function handOver(taken: PackageImports['taken']): Handover {
  const key = ([specifier, name]: PackageImports['taken'][number]) => `${specifier} ${name}`;
  // Sorted: in whatever order own code asks, it is handed the same.
  const pairs = [...new Set(taken.map(key))].sort();
  const numbers = new Map(pairs.map((pair, number) => [pair, number]));
  const exported = [...numbers].map(([pair, number]) => {
    const [specifier, name] = pair.split(' ') as [string, string];
    const from = JSON.stringify(specifier);
    if (name === '') return `import ${from};\n`;
    return name === '*'
      ? `export * as _${number} from ${from};\n`
      : `export { ${name} as _${number} } from ${from};\n`;
  });
  const locals = taken
    .filter(([, name]) => name !== '')
    .map((one) => `_${numbers.get(key(one))} as ${one[2]}`);
  const source = exported.join('');
  return {
    name: `packages-${createHash('sha256').update(source).digest('hex').slice(0, 8)}`,
    source,
    importFrom: (path) => `import { ${locals.join(', ')} } from ${JSON.stringify(path)};\n`,
  };
}
