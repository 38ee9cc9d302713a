/** In the order in which their names must be looked for: each also bears the names of those after it. */
const makers: readonly [RegExp, string][] = [
  [/MicroMessenger\/([\d.]+)/, 'WeChat'],
  [/Edg(?:A|iOS)?\/([\d.]+)/, 'Edge'],
  [/HuaweiBrowser\/([\d.]+)/, 'Huawei Browser'],
  [/MiuiBrowser\/([\d.]+)/, 'Mi Browser'],
  [/MQQBrowser\/([\d.]+)/, 'QQ Browser'],
  [/(?:FxiOS|Firefox)\/([\d.]+)/, 'Firefox'],
  [/(?:CriOS|Chrome)\/([\d.]+)/, 'Chrome'],
  [/Version\/([\d.]+).*Safari/, 'Safari'],
];

const systems: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android ([\d.]+)/, 'Android'],
  [/Windows NT/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

function found(table: readonly [RegExp, string][], agent: string): string | null {
  for (const [pattern, name] of table) {
    const match = pattern.exec(agent);
    if (match) return match[1] ? `${name} ${match[1].split('.')[0]}` : name;
  }
  return null;
}

/** For the telephone only: what the page can do is found out by trying, never from this. */
export function browserName(agent: string): string {
  const parts = [found(makers, agent), found(systems, agent)].filter(Boolean);
  return parts.length > 0 ? parts.join(' · ') : agent.slice(0, 60);
}
