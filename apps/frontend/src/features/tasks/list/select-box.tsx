import { Check as Tick } from 'lucide-react';

interface Props {
  checked: boolean;
  label: string;
  onChange: () => void;
}

/** A square checkbox: chooses a row, where the round one completes it. */
export function SelectBox({ checked, label, onChange }: Props) {
  return (
    <label className="group/check relative grid size-10 shrink-0 cursor-pointer place-items-center pointer-coarse:size-12">
      <input
        type="checkbox"
        aria-label={label}
        checked={checked}
        onChange={onChange}
        className="peer absolute inset-0 cursor-pointer appearance-none rounded-lg outline-offset-[-4px]"
      />
      <span
        aria-hidden
        className="pointer-events-none grid size-4.5 place-items-center rounded-xs border-[1.5px] border-edge text-on-primary transition-colors group-hover/check:border-primary peer-checked:border-primary peer-checked:bg-primary"
      >
        {checked && <Tick size={13} strokeWidth={3} />}
      </span>
    </label>
  );
}
