import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from '../world/world';

const preset = join(__dirname, '../../../flows/interview.yaml');

/** The exam office at work through the API: publishes a flow and lets the demo exam use it. */
export async function useFlow(world: World, change: (yaml: string) => string): Promise<void> {
  const admin = world.logins.staff.find(({ role }) => role === 'admin');
  if (!admin) throw new Error('the demo exam has no administrator');
  let cookie = '';
  const ask = async (method: string, path: string, body?: object): Promise<Response> => {
    const headers = { 'content-type': 'application/json', origin: world.url, cookie };
    const response = await fetch(`${world.url}${path}`, {
      method,
      headers,
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const entered = await ask('POST', '/api/login/staff', { login: admin.login, password: admin.password });
  cookie = entered.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const yaml = change(readFileSync(preset, 'utf8'));
  const version = (await (await ask('POST', '/api/admin/flows', { key: 'interview', yaml })).json()) as {
    id: string;
  };
  const list = (await (await ask('GET', '/api/admin/flows')).json()) as { exams: { id: string }[] };
  await ask('POST', `/api/admin/exams/${list.exams[0]?.id}/flow`, { flowVersionId: version.id });
}
