import type { Metadata } from 'next';
import { FirstTasks } from '@/features/tasks/views/first-tasks';
import { TagPage } from '@/features/tasks/views/task-page';
import { tagView } from '@/features/tasks/views/views';

export async function generateMetadata({ params }: PageProps<'/app/tags/[name]'>) {
  return { title: `#${decodeURIComponent((await params).name)}` } satisfies Metadata;
}

export default async function TagRoute({ params, searchParams }: PageProps<'/app/tags/[name]'>) {
  const name = decodeURIComponent((await params).name);
  return (
    <FirstTasks view={tagView(name)} search={await searchParams}>
      <TagPage name={name} />
    </FirstTasks>
  );
}
