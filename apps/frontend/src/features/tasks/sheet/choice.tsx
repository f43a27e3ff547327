'use client';

import { useId, type ReactNode } from 'react';

interface Option<T> {
  value: T;
  label: string;
  mark?: ReactNode;
}

interface Props<T> {
  label: string;
  options: readonly Option<T>[];
  value: T;
  onChange: (value: T) => void;
}

/** One of a few, side by side. */
export function Choice<T extends string>({ label, options, value, onChange }: Props<T>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className="flex flex-wrap items-center gap-0.5 py-0.5"
    >
      {options.map((option) => (
        <label
          key={option.value}
          className="flex h-8 cursor-pointer items-center gap-1.5 rounded-md px-2 text-muted transition-colors select-none hover:bg-hover hover:text-ink has-checked:bg-primary-soft has-checked:text-primary-ink has-focus-visible:outline-2 has-focus-visible:outline-primary has-disabled:pointer-events-none pointer-coarse:h-10"
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.mark && (
            <span aria-hidden className="max-sm:hidden">
              {option.mark}
            </span>
          )}
          {option.label}
        </label>
      ))}
    </div>
  );
}
