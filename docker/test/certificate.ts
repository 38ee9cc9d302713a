import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A certificate for `names`, signed by itself: PEM texts. */
export function certificateFor(folder: string, names: readonly string[]): { cert: string; key: string } {
  const [cert, key, config] = ['cert.pem', 'key.pem', 'request.cnf'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const subject = `[req]\ndistinguished_name=dn\nx509_extensions=ext\n[dn]\n[ext]\nsubjectAltName=${names.map((name) => `DNS:${name}`).join(',')}\n`;
  writeFileSync(config, subject);
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync(
    'openssl',
    ['req', '-x509', ...kind, '-config', config, '-subj', `/CN=${names[0]}`, '-keyout', key, '-out', cert],
    {
      stdio: 'pipe',
    },
  );
  return { cert, key };
}
