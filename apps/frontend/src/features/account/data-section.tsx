'use client';

import { Download, Upload } from 'lucide-react';
import { useRef } from 'react';
import { Button, buttonClass } from '@/components/button';
import { errorMessage } from '@/lib/error-message';
import { Section } from './section';
import { isUnfit, useImport } from './use-import';

const counted = (count: number) =>
  count === 1 ? 'One task came in.' : `${count.toLocaleString('en')} tasks came in.`;

function Import() {
  const picker = useRef<HTMLInputElement>(null);
  const { mutate, isPending, data, error } = useImport();
  const told = error ? (isUnfit(error) ? error.message : errorMessage(error)) : undefined;
  return (
    <>
      <input
        ref={picker}
        type="file"
        accept="application/json,.json"
        aria-label="Export to import"
        className="sr-only"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // Choosing the same file again, mended meanwhile, counts as a choice too.
          currentTarget.value = '';
          if (file) mutate(file);
        }}
      />
      <Button look="outline" aria-busy={isPending} onClick={() => picker.current?.click()}>
        <Upload aria-hidden size={16} /> {isPending ? 'Importing…' : 'Import'}
      </Button>
      <p
        role="status"
        className={`mt-1 basis-full text-pretty ${told ? 'text-danger' : 'text-muted'}`}
      >
        {told ?? (data && counted(data.count))}
      </p>
    </>
  );
}

/** One's tasks as a file, out and in. */
export function DataSection() {
  return (
    <Section
      title="Your data"
      lead="All your tasks as one JSON file, done and deleted ones included. An import adds to what is here."
    >
      <div className="flex flex-wrap gap-2">
        <a href="/api/v1/account/export" download className={buttonClass('outline')}>
          <Download aria-hidden size={16} /> Export
        </a>
        <Import />
      </div>
    </Section>
  );
}
