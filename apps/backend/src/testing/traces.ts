import { onServer } from './database.ts';

interface Table {
  table_schema: string;
  table_name: string;
}

/** The tables, of every schema, in which a row holds one of these texts anywhere. */
export async function placesOf(url: string, texts: string[]): Promise<string[]> {
  const tables = (await onServer(
    url,
    `select table_schema, table_name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
     order by 1, 2`,
  )) as Table[];
  const held = texts.map((text) => `position('${text}' in lower(kept::text)) > 0`).join(' or ');
  const places: string[] = [];
  for (const { table_schema, table_name } of tables) {
    const rows = `select 1 from "${table_schema}"."${table_name}" as kept where ${held} limit 1`;
    if ((await onServer(url, rows)).length > 0) places.push(`${table_schema}.${table_name}`);
  }
  return places;
}
