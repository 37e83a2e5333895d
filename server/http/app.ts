import { Hono } from 'hono';
import { refuse } from '../../shared/refusals.ts';
import { isOwnOrigin } from '../origin.ts';
import { StoreUnavailable } from '../store/failure.ts';
import { sendProblem } from './answers.ts';
import { handle } from './handle.ts';
import type { App, Parts } from './parts.ts';
import { makeLimits } from './ratelimit.ts';
import { makeRoutes } from './routes/routes.ts';
import { securityHeaders } from './security.ts';
import { servePages } from './static.ts';
import { readVisit } from './visit.ts';

/** All of HTTP: the API, and the pages when they were built. */
export function makeApp(parts: Parts): App {
  const app: App = new Hono();
  const meters = makeLimits(parts.clock);

  app.use(securityHeaders);
  app.use(async (context, next) => {
    const { method, raw } = context.req;
    const visit = readVisit(raw.headers, context.env, parts.config);
    context.set('visit', visit);
    const reads = method === 'GET' || method === 'HEAD';
    const header = (name: string) => raw.headers.get(name) ?? undefined;
    const asking = { origin: header('origin'), site: header('sec-fetch-site') };
    if (reads || isOwnOrigin(asking, { host: visit.host, publicUrl: parts.config.publicUrl })) return next();
    return sendProblem(context, refuse('wrong_origin'), visit.language);
  });
  for (const route of makeRoutes(parts, meters)) {
    app.on(route.method, route.path, (context) => handle(context, route, parts, meters));
  }
  app.all('/api/*', (context) => sendProblem(context, refuse('not_found'), context.get('visit').language));
  servePages(app, parts.clientDir);

  app.onError((error, context) => {
    const { language } = context.get('visit');
    if (error instanceof StoreUnavailable) {
      parts.log.error({ err: error }, 'the store does not answer');
      return sendProblem(context, refuse('store_unavailable'), language);
    }
    parts.log.error({ err: error, method: context.req.method, route: context.req.routePath }, 'unexpected');
    return sendProblem(context, refuse('server_error'), language);
  });
  return app;
}
