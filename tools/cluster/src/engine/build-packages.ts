import { aptPackages, imageSource } from '@todo-chatbot/closed-network';
import { findProgram } from '../programs.ts';
import { installPackages, missingPackages, type AptOptions } from './apt.ts';

/** The Debian packages that are missing to make images and programs of packages. */
export async function missingBuildPackages(): Promise<string[]> {
  const local = (await imageSource()) === 'packages';
  return missingPackages([
    ...(local ? aptPackages.always : []),
    ...(findProgram('go') ? [] : aptPackages.withoutGo),
  ]);
}

/** Makes sure that they are there, where no image registry answers. */
export async function ensureBuildPackages(options: AptOptions): Promise<string> {
  const missing = await missingBuildPackages();
  if (missing.length === 0) {
    const local = (await imageSource()) === 'packages';
    return local ? 'images are made here: no registry answers' : 'images come from registries';
  }
  const reason = `Tools are missing: ${missing.join(', ')}.`;
  await installPackages(missing, reason, options);
  return `installed ${missing.join(', ')}`;
}
