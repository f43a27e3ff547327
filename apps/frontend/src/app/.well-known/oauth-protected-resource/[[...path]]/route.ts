import { env } from '@/config/env';
import { forward } from '@/features/gateway/forward';

export const dynamic = 'force-dynamic';

/** Where a client that was refused at `/mcp` reads how to be let in. */
export const GET = (request: Request) => forward(request, env());
