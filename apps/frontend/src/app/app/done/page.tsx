import type { Metadata } from 'next';
import { TaskPage } from '@/features/tasks/views/task-page';

export const metadata: Metadata = { title: 'Done' };

export default function DonePage() {
  return <TaskPage view="done" />;
}
