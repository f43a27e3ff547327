import type { Metadata } from 'next';
import { FirstTasks } from '@/features/tasks/views/first-tasks';
import { TaskPage } from '@/features/tasks/views/task-page';
import { openView } from '@/features/tasks/views/views';

export const metadata: Metadata = { title: 'To do' };

export default async function ToDoPage({ searchParams }: PageProps<'/app'>) {
  return (
    <FirstTasks view={openView} search={await searchParams}>
      <TaskPage view="open" />
    </FirstTasks>
  );
}
