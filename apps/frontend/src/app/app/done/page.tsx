import type { Metadata } from 'next';
import { TasksPage } from '@/features/tasks/tasks-page';

export const metadata: Metadata = { title: 'Done' };

export default function DonePage() {
  return <TasksPage status="done" />;
}
