import { useHydrated } from '@/components/use-hydrated';

/** Where MCP clients reach this installation; undefined until the page knows its own address. */
export function useAddress(): string | undefined {
  const hydrated = useHydrated();
  return hydrated ? `${location.origin}/mcp` : undefined;
}
