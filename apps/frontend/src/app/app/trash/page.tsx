import type { Metadata } from 'next';
import { FirstTasks } from '@/features/tasks/views/first-tasks';
import { TaskPage } from '@/features/tasks/views/task-page';
import { trashView } from '@/features/tasks/views/views';

export const metadata: Metadata = { title: 'Trash' };

export default async function TrashPage({ searchParams }: PageProps<'/app/trash'>) {
  return (
    <FirstTasks view={trashView} search={await searchParams}>
      <TaskPage view="trash" />
    </FirstTasks>
  );
}
