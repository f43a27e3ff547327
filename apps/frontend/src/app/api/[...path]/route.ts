import { env } from '@/config/env';
import { forward } from '@/features/gateway/forward';

export const dynamic = 'force-dynamic';

const handle = (request: Request) => forward(request, env());

export {
  handle as GET,
  handle as HEAD,
  handle as POST,
  handle as PUT,
  handle as PATCH,
  handle as DELETE,
  handle as OPTIONS,
};
