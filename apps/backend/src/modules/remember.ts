/**
 * Makes something of a text once, however often it is asked for: for what takes long to make and
 * depends on nothing else. What comes to nothing is not kept, so that nobody fills the memory with
 * texts that they made up.
 *
 * @param most texts that are kept; with one more all are forgotten
 */
export function remember<T>(
  make: (text: string) => T | undefined,
  most = 1_000,
): (text: string) => T | undefined {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (made === undefined) return undefined;
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
