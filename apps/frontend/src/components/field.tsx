import clsx from 'clsx';
import { useId, type ComponentProps, type ReactNode } from 'react';

interface Props extends ComponentProps<'input'> {
  label: string;
  fault?: string | undefined;
  hint?: string | undefined;
  /** Stands in the field, at its end. */
  trailing?: ReactNode;
}

/** A labelled text field with its hint and what is wrong with it. */
export function Field({ label, fault, hint, trailing, ...input }: Props) {
  const id = useId();
  const note = fault ?? hint;
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <div className="relative">
        <input
          {...input}
          id={id}
          aria-invalid={fault !== undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          className={clsx(
            'h-10 w-full rounded-lg border border-hairline bg-surface px-3 text-md transition-colors hover:border-edge focus:border-primary focus:outline-2 focus:-outline-offset-1 focus:outline-primary aria-invalid:border-danger sm:text-base pointer-coarse:h-12',
            trailing && 'pr-17',
          )}
        />
        {trailing}
      </div>
      {note && (
        <p id={`${id}-note`} className={`mt-1.5 text-sm ${fault ? 'text-danger' : 'text-muted'}`}>
          {note}
        </p>
      )}
    </div>
  );
}
