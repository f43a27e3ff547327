import type { Metadata } from 'next';
import { TaskPage } from '@/features/tasks/views/task-page';

export const metadata: Metadata = { title: 'Upcoming' };

export default function UpcomingPage() {
  return <TaskPage view="upcoming" />;
}
