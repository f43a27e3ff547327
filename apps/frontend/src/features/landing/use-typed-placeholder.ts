import { useEffect, type RefObject } from 'react';

const phrases = [
  'call Maya tomorrow at 9',
  'pay rent every 1st !high #home',
  'water plants every 3 days',
  'send the draft by friday noon',
];

const letter = 55;
const pause = 2_200;

/** Writes phrases into an empty field as somebody would type them; still for those who want stillness. */
export function useTypedPlaceholder(field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const input = field.current;
    if (!input || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    let timer: ReturnType<typeof setTimeout>;
    const write = (phrase: number, length: number) => {
      const text = phrases[phrase % phrases.length] ?? '';
      input.placeholder = text.slice(0, length);
      const whole = length >= text.length;
      const next = () => (whole ? write(phrase + 1, 1) : write(phrase, length + 1));
      timer = setTimeout(next, whole ? pause : letter);
    };
    timer = setTimeout(() => write(0, 1), pause);
    return () => clearTimeout(timer);
  }, [field]);
}
