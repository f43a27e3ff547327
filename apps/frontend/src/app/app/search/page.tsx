import type { Metadata } from 'next';
import { TaskPage } from '@/features/tasks/views/task-page';

export const metadata: Metadata = { title: 'Search' };

export default function SearchPage() {
  return <TaskPage view="search" />;
}
