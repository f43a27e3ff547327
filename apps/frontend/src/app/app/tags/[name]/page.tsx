import type { Metadata } from 'next';
import { TagPage } from '@/features/tasks/views/task-page';

export async function generateMetadata({ params }: PageProps<'/app/tags/[name]'>) {
  return { title: `#${decodeURIComponent((await params).name)}` } satisfies Metadata;
}

export default async function TagRoute({ params }: PageProps<'/app/tags/[name]'>) {
  return <TagPage name={decodeURIComponent((await params).name)} />;
}
