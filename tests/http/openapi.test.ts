import { describe, expect, it } from 'vitest';
import { openPath } from '../../server/http/openapi.ts';
import { makeFake } from './fake.ts';

interface Operation {
  summary: string;
  operationId: string;
  parameters: { name: string; in: string }[];
  requestBody?: { content: Record<string, { schema: Record<string, unknown> }> };
  responses: Record<string, { content: Record<string, { schema?: unknown }> }>;
}
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> };

const contract = `
  GET /api/formats · GET /api/server · POST /api/sessions · POST /api/sessions/import · GET /api/sessions/{code}
  PATCH /api/sessions/{code} · DELETE /api/sessions/{code} · GET /healthz · GET /api/openapi.json`
  .split(/\s*[·\n]\s*/)
  .filter(Boolean);

const below = `
  POST open · POST end · POST participants · GET me · PATCH me · DELETE me · GET board · POST facilitators
  POST facilitators/invitations · DELETE facilitators/{id} · GET console · GET report · POST phase · POST timer
  POST screen · POST lock · POST pause · POST doors · POST announcement · POST cards · POST cards/merge
  POST cards/{id}/withdraw · POST cards/{id}/return · POST cards/{id}/hide · POST cards/{id}/show
  POST cards/{id}/unmerge · POST cards/{id}/remove-author · POST held/{id}/admit · POST held/{id}/decline
  POST clusters/{id}/dissolve · POST clusters/{id}/restore · POST clusters/{id}/merge · PUT ballots/{phase}
  GET ballots/{phase} · PATCH votes/{phase} · POST votes/{phase}/close · POST votes/{phase}/abort · POST votes/{phase}/reveal
  GET export/session.json · GET export/cards.csv · GET export/results.csv · POST rehearsal
  GET export/plans.md · POST plans · POST plans/{id}/done · POST plans/{id}/reopen
  GET people · PATCH people/{number} · GET invitations · POST invitations · DELETE invitations/{id}
  POST invitations/show · POST me/invitation · PATCH balance · POST follow
  GET points · POST points/{id}/restore · GET format · PUT format
  POST teams/{phase}/join · POST teams/{phase}/leave · POST teams/{phase}/lead · POST auctions/{phase}/call
  POST auctions/{phase}/clock · POST auctions/{phase}/settings · POST bids · POST bids/{id}/accept · POST bids/{id}/release
  POST bids/{id}/withdraw · PUT matches/{id}/contact · DELETE matches/{id}/contact · GET export/matches.csv
  GET export/teams.csv · GET votes/{phase}/runs/{run}/steps · GET votes/{phase}/runs/{run}/ballots
  POST votes/{phase}/runs/{run}/wall · POST votes/{phase}/runs/{run}/others
  DELETE votes/{phase}/runs/{run}/others/{other} · POST votes/{phase}/papers
  GET votes/{phase}/papers · POST votes/{phase}/papers/look · POST votes/{phase}/papers/entry
  POST votes/{phase}/papers/aside · POST votes/{phase}/hands · POST votes/{phase}/collect
  GET export/votes/{phase}/{run}/ballots.json · GET export/votes/{phase}/{run}/ballots.csv`
  .split(/\s*[·\n]\s*/)
  .filter(Boolean)
  .map((line) => line.replace(' ', ' /api/sessions/{code}/'));

describe('the description of the API', async () => {
  const { app, send } = makeFake();
  const response = await send('/api/openapi.json');
  const document = (await response.json()) as Document;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  );

  it('is OpenAPI 3.1', () => {
    expect(response.status).toBe(200);
    expect(document.openapi).toBe('3.1.0');
  });

  it('names every route that answers, and no other', () => {
    const isOurs = (path: string) => path.startsWith('/api/') || path === '/healthz';
    const registered = app.routes
      .filter(({ method, path }) => method !== 'ALL' && isOurs(path))
      .map(({ method, path }) => `${method} ${openPath(path)}`);
    expect(operations.map(({ name }) => name).sort()).toEqual([...new Set(registered)].sort());
  });

  it('keeps what programs rely on', () => {
    expect(operations.map(({ name }) => name)).toEqual(expect.arrayContaining([...contract, ...below]));
  });

  it.each(operations)('$name says what it does, takes and gives', ({ name, operation }) => {
    expect(operation.summary).toMatch(/\.$|\.`?$/);
    const inPath = [...name.matchAll(/\{(\w+)\}/g)].map(([, part]) => part);
    expect(operation.parameters.filter((each) => each.in === 'path').map((each) => each.name)).toEqual(inPath);
    const [good, problem] = Object.values(operation.responses);
    expect(Object.values(good?.content ?? {})).toHaveLength(1);
    expect(problem?.content).toHaveProperty('application/json');
  });

  it('gives every operation a name of its own', () => {
    expect(new Set(operations.map(({ operation }) => operation.operationId)).size).toBe(operations.length);
  });

  it('describes the checks that validate', () => {
    const body = document.paths['/api/sessions']?.post?.requestBody?.content['application/json']?.schema;
    expect(body).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['title', 'question'],
      properties: { title: { type: 'string', maxLength: 80, minLength: 1 }, anchors: { maxItems: 7 } },
    });
  });
});
