import { aptPackages, imageSource } from '@todo-chatbot/closed-network';
import { findProgram } from '../programs.ts';
import { installPackages, missingPackages, type AptOptions } from './apt.ts';

/**
 * Makes sure that the programs are there with which images are made of
 * packages, where no image registry answers.
 */
export async function ensureBuildPackages(options: AptOptions): Promise<string> {
  const local = (await imageSource()) === 'packages';
  const wanted = [
    ...(local ? aptPackages.always : []),
    ...(findProgram('go') ? [] : aptPackages.withoutGo),
  ];
  const missing = await missingPackages(wanted);
  const source = local
    ? 'images are made here: no registry answers'
    : 'images come from registries';
  if (missing.length === 0) return source;
  const reason = `Tools are missing: ${missing.join(', ')}.`;
  await installPackages(missing, reason, options);
  return `installed ${missing.join(', ')}`;
}
