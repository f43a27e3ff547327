import clsx from 'clsx';

interface Props {
  checked: boolean;
  disabled?: boolean;
  label: string;
  onChange: (checked: boolean) => void;
}

/** A round checkbox whose tick draws itself. */
export function Check({ checked, disabled, label, onChange }: Props) {
  return (
    <label className="group/check relative grid size-10 shrink-0 cursor-pointer place-items-center pointer-coarse:size-12">
      <input
        type="checkbox"
        className="peer absolute inset-0 cursor-pointer appearance-none rounded-lg outline-offset-[-4px]"
        aria-label={label}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <svg aria-hidden viewBox="0 0 20 20" className="pointer-events-none size-5">
        <circle
          cx="10"
          cy="10"
          r="8.75"
          strokeWidth="1.5"
          className={clsx(
            'origin-center transition-all duration-200',
            checked
              ? 'scale-100 fill-primary stroke-primary'
              : 'scale-95 fill-transparent stroke-edge group-hover/check:fill-primary-soft group-hover/check:stroke-primary',
          )}
        />
        <path
          d="m6.4 10.3 2.4 2.4 4.9-5.2"
          fill="none"
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
          pathLength="1"
          strokeDasharray="1"
          strokeDashoffset={checked ? 0 : 1}
          className={clsx(
            'stroke-on-primary transition-all duration-200 delay-75',
            checked ? 'opacity-100' : 'opacity-0',
          )}
        />
      </svg>
    </label>
  );
}
