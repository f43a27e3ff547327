import { createHash } from 'node:crypto';

const namespace = '5b0e5f3c-6b0a-4f0e-9d59-2f5c6c1f7a10';

/**
 * The same id for the same name, always.
 * @see https://www.rfc-editor.org/rfc/rfc9562#section-5.5
 */
export function stableId(name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
