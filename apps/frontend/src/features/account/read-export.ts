import { taskExport, type TaskExport } from '@todo-chatbot/shared';

/** As much as the server takes at once. */
export const largestImport = 32 * 1024 * 1024;

export type ReadExport = { export: TaskExport } | { fault: string };

const notOurs = 'This file is no export of this app. Choose one that was downloaded here.';

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Reads an export before anything is sent, and says in words what is wrong with it. */
export async function readExport(file: Blob): Promise<ReadExport> {
  if (file.size > largestImport) {
    return { fault: 'This file is larger than 32 MB, more than one import can take.' };
  }
  const content = parse(await file.text());
  const isOurs =
    typeof content === 'object' && content !== null && 'format' in content && 'tasks' in content;
  if (!isOurs || content.format !== 'todo-chatbot') return { fault: notOurs };
  const result = taskExport.safeParse(content);
  if (result.success) return { export: result.data };
  const [first] = result.error.issues;
  const [list, index] = first?.path ?? [];
  const where = list === 'tasks' && typeof index === 'number' ? `Task ${index + 1}` : 'The file';
  return {
    fault: `${where} is not as it was exported (${first?.path.slice(2).join('.') || String(list)}: ${first?.message}). Nothing was imported.`,
  };
}
