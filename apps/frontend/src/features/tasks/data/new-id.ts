/**
 * A random UUID. Not `crypto.randomUUID`: it exists on https and localhost only, and a cluster's
 * address may be neither.
 * @see https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-4
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const fields = new DataView(bytes.buffer);
  fields.setUint8(6, (fields.getUint8(6) & 0x0f) | 0x40);
  fields.setUint8(8, (fields.getUint8(8) & 0x3f) | 0x80);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
