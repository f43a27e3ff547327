import { env } from '@/config/env';
import { forward } from '@/features/gateway/forward';

export const dynamic = 'force-dynamic';

/** MCP clients reach the backend at the address that people know. */
const handle = (request: Request) => forward(request, env());

export { handle as GET, handle as POST, handle as DELETE };
