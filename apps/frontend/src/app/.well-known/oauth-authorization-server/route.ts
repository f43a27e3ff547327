import { env } from '@/config/env';
import { forward } from '@/features/gateway/forward';

export const dynamic = 'force-dynamic';

/** Where programs find out how they are let in. */
export const GET = (request: Request) => forward(request, env());
