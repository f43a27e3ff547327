import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { ApiDocsPage } from '@/features/api-docs/api-docs-page';
import { fetchGroups } from '@/features/api-docs/fetch-groups';
import { themeCookie, toTheme } from '@/lib/theme';

export const metadata: Metadata = {
  title: 'API',
  description: 'The routes of todo-chatbot for programs, with examples.',
};

export default async function ApiDocs() {
  const theme = toTheme((await cookies()).get(themeCookie)?.value);
  return <ApiDocsPage theme={theme} groups={await fetchGroups()} />;
}
