import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { exportJWK, generateKeyPair } from 'jose';
import type { ClientBase } from 'pg';
import { signing } from './oauth-tokens.ts';
import { encryptionKeys } from './secrets.ts';
import type { Secrets } from './secrets.ts';

const newest = 'select private_key from signing_keys order by created_at desc limit 1';

async function isReadable(stored: string, secrets: Secrets): Promise<boolean> {
  const key = encryptionKeys(secrets);
  return symmetricDecrypt({ key, data: JSON.parse(stored) as string }).then(
    () => true,
    () => false,
  );
}

/**
 * Makes the key with which access tokens are signed, unless there is one that these secrets open.
 * Only the job that migrates does this, under its lock: a process that serves makes no keys.
 * A key that no secret opens any more stays, for the tokens that it signed.
 */
export async function installSigningKey(client: ClientBase, secrets: Secrets): Promise<void> {
  const { rows } = await client.query<{ private_key: string }>(newest);
  const [found] = rows;
  if (found && (await isReadable(found.private_key, secrets))) return;
  const { alg, crv } = signing;
  const { publicKey, privateKey } = await generateKeyPair(alg, { crv, extractable: true });
  const sealed = await symmetricEncrypt({
    key: encryptionKeys(secrets),
    data: JSON.stringify(await exportJWK(privateKey)),
  });
  await client.query(
    `insert into signing_keys (public_key, private_key, alg, crv, created_at)
      values ($1, $2, $3, $4, now())`,
    [JSON.stringify(await exportJWK(publicKey)), JSON.stringify(sealed), alg, crv],
  );
}
