import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Touched } from '@todo-chatbot/shared';
import { http } from '@/lib/http';

/** A file that cannot be imported, in words for its owner. */
class UnfitFile extends Error {}

export const isUnfit = (error: unknown): error is UnfitFile => error instanceof UnfitFile;

/** Checks a file and sends it; answers how many tasks came in. */
export function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (file: File) => {
      // The schemas weigh more than this page; who imports nothing does not load them.
      const { readExport } = await import('./read-export');
      const read = await readExport(file);
      if ('fault' in read) throw new UnfitFile(read.fault);
      return http<Touched>('/api/v1/account/import', { method: 'POST', json: read.export });
    },
    onSuccess: () => client.invalidateQueries(),
  });
}
