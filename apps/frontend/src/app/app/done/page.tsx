import type { Metadata } from 'next';
import { FirstTasks } from '@/features/tasks/views/first-tasks';
import { TaskPage } from '@/features/tasks/views/task-page';
import { doneView } from '@/features/tasks/views/views';

export const metadata: Metadata = { title: 'Done' };

export default async function DonePage({ searchParams }: PageProps<'/app/done'>) {
  return (
    <FirstTasks view={doneView} search={await searchParams}>
      <TaskPage view="done" />
    </FirstTasks>
  );
}
