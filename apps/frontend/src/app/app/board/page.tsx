import type { Metadata } from 'next';
import { BoardPage } from '@/features/tasks/board/board-page';

export const metadata: Metadata = { title: 'Board' };

export default function BoardRoute() {
  return <BoardPage />;
}
