import type { Metadata } from 'next';
import { TaskPage } from '@/features/tasks/views/task-page';

export const metadata: Metadata = { title: 'Trash' };

export default function TrashPage() {
  return <TaskPage view="trash" />;
}
