import type { Metadata } from 'next';
import { TasksPage } from '@/features/tasks/tasks-page';

export const metadata: Metadata = { title: 'To do' };

export default function ToDoPage() {
  return <TasksPage status="open" />;
}
