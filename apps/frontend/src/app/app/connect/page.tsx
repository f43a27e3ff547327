import type { Metadata } from 'next';
import { ConnectPage } from '@/features/connect/connect-page';

export const metadata: Metadata = { title: 'Connect an app' };

export default function Page() {
  return <ConnectPage />;
}
