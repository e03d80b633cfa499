import { HttpProblem } from './problems.ts';

/**
 * Refuses a write that another site's page sent with our cookie. Browsers say where a request comes from in
 * `Sec-Fetch-Site`, and in `Origin` where they do not know the former; a request that says neither is refused too.
 */
export function requireSameOrigin(request: Request, publicUrl: string): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return;
  if (!isSameOrigin(request, publicUrl))
    throw new HttpProblem(
      403,
      'otherOrigin',
      'Yêu cầu không đến từ trang của hệ thống. (Cross-origin request refused.)',
    );
}

function isSameOrigin(request: Request, publicUrl: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('origin');
  if (origin === null) return false;
  // Behind a proxy that ends TLS our own address differs in its scheme, so hosts are compared.
  return origin === new URL(publicUrl).origin || URL.parse(origin)?.host === new URL(request.url).host;
}
