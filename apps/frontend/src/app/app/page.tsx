import type { Metadata } from 'next';
import { TaskPage } from '@/features/tasks/views/task-page';

export const metadata: Metadata = { title: 'To do' };

export default function ToDoPage() {
  return <TaskPage view="open" />;
}
