'use client';

import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { keepFocus } from './focus-back';

export const panelClass =
  'z-40 max-h-[var(--radix-dropdown-menu-content-available-height)] min-w-44 animate-rise overflow-y-auto rounded-lg border border-hairline bg-raised p-1 text-ink shadow-float';

const itemClass =
  'flex h-9 cursor-default items-center gap-2.5 rounded-sm px-2.5 outline-none select-none data-disabled:opacity-60 data-highlighted:bg-hover pointer-coarse:h-11';

interface Props {
  trigger: ReactNode;
  align?: 'start' | 'center' | 'end';
  /** Open from the start. */
  defaultOpen?: boolean;
  children: ReactNode;
}

const mainPart = () => (typeof document === 'undefined' ? null : document.querySelector('main'));

/** A button with a list of things to do or to choose below it. */
export function Menu({ trigger, align = 'start', defaultOpen = false, children }: Props) {
  return (
    <DropdownMenu.Root modal={false} defaultOpen={defaultOpen}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      {/* Inside the page's main part, where everything is that a screen reader looks for. */}
      <DropdownMenu.Portal container={mainPart()}>
        <DropdownMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={keepFocus}
          className={panelClass}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** Something to do. */
export function MenuItem(props: ComponentProps<typeof DropdownMenu.Item>) {
  return <DropdownMenu.Item {...props} className={itemClass} />;
}

/** Something to switch on or off; the menu stays open. */
export function MenuCheck({
  children,
  ...props
}: ComponentProps<typeof DropdownMenu.CheckboxItem>) {
  return (
    <DropdownMenu.CheckboxItem
      {...props}
      onSelect={(event) => event.preventDefault()}
      className={itemClass}
    >
      <span className="grid size-4 place-items-center rounded-xs border border-edge text-on-primary in-data-[state=checked]:border-primary in-data-[state=checked]:bg-primary">
        <DropdownMenu.ItemIndicator>
          <Check aria-hidden size={12} strokeWidth={3} />
        </DropdownMenu.ItemIndicator>
      </span>
      {children}
    </DropdownMenu.CheckboxItem>
  );
}

/** One of several, of which one is chosen. */
export function MenuRadio({ children, ...props }: ComponentProps<typeof DropdownMenu.RadioItem>) {
  return (
    <DropdownMenu.RadioItem {...props} className={itemClass}>
      <span className="grid size-4 place-items-center text-primary-ink">
        <DropdownMenu.ItemIndicator>
          <Check aria-hidden size={14} strokeWidth={2.5} />
        </DropdownMenu.ItemIndicator>
      </span>
      {children}
    </DropdownMenu.RadioItem>
  );
}

export const MenuGroup = DropdownMenu.RadioGroup;

/** The name of a part of a menu. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <DropdownMenu.Label className="px-2.5 pt-2 pb-1 text-xs font-medium text-muted">
      {children}
    </DropdownMenu.Label>
  );
}

/** A hairline between parts of a menu. */
export function MenuLine() {
  return <DropdownMenu.Separator className="mx-1 my-1 h-px bg-hairline" />;
}
