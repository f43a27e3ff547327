import type { Metadata } from 'next';
import { TaskPage } from '@/features/tasks/views/task-page';

export const metadata: Metadata = { title: 'Today' };

export default function TodayPage() {
  return <TaskPage view="today" />;
}
