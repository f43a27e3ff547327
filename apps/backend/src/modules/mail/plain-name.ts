// Mail programs make links of what looks like an address, even in plain text; so a dot is taken
// only where a blank follows it, and nothing else that an address or markup is made of.
const plain = /^(?:[\p{L}\p{M} '’-]|\.(?= |$))+$/u;
const longest = 40;

/** A name that can stand in a mail without saying more than a name; undefined for any other. */
export const plainName = (name: string): string | undefined =>
  name.length <= longest && plain.test(name) ? name : undefined;
