import { placeOf, tokenScopes } from '@todo-chatbot/shared';
import { and, desc, eq, lt, notExists, sql } from 'drizzle-orm';
import type { ConnectedAppStore } from '../../modules/accounts/connected-apps.ts';
import type { Database } from './database.ts';
import { oauthClients, oauthConsents, oauthRefreshTokens } from './schema/index.ts';

/** Keeps in PostgreSQL which programs people let in; better-auth writes it. */
export const createConnectedAppStore = (database: Database): ConnectedAppStore => ({
  async list(ownerId) {
    const rows = await database
      .select({
        id: oauthConsents.id,
        name: oauthClients.name,
        scopes: oauthConsents.scopes,
        redirectUris: oauthClients.redirectUris,
        connectedAt: oauthConsents.createdAt,
      })
      .from(oauthConsents)
      .innerJoin(oauthClients, eq(oauthClients.clientId, oauthConsents.clientId))
      .where(eq(oauthConsents.userId, ownerId))
      .orderBy(desc(oauthConsents.createdAt), oauthConsents.id);
    return rows.map(({ id, name, scopes, redirectUris, connectedAt }) => ({
      id,
      name: name ?? '',
      scopes: tokenScopes.filter((scope) => scopes.includes(scope)),
      places: [...new Set(redirectUris.map(placeOf))],
      connectedAt: connectedAt.toISOString(),
    }));
  },

  async removeUnclaimed(before) {
    const consents = database
      .select({ one: sql`1` })
      .from(oauthConsents)
      .where(eq(oauthConsents.clientId, oauthClients.clientId));
    const gone = await database
      .delete(oauthClients)
      .where(and(lt(oauthClients.createdAt, before), notExists(consents)))
      .returning({ id: oauthClients.id });
    return gone.length;
  },

  remove: (ownerId, id) =>
    database.transaction(async (transaction) => {
      const [gone] = await transaction
        .delete(oauthConsents)
        .where(and(eq(oauthConsents.userId, ownerId), eq(oauthConsents.id, id)))
        .returning({ clientId: oauthConsents.clientId });
      if (!gone) return false;
      const { userId, clientId } = oauthRefreshTokens;
      await transaction
        .delete(oauthRefreshTokens)
        .where(and(eq(userId, ownerId), eq(clientId, gone.clientId)));
      return true;
    }),
});
