// @ts-check
import { lanAddresses } from './addresses.mjs';
import { table } from './progress.mjs';

/**
 * @typedef {object} Logins what `api/cli/seed.ts` says as its last line
 * @property {{ code: string }} exam
 * @property {readonly { name: string, ticket: string, passcode: string }[]} candidates
 * @property {readonly { role: string, login: string, password: string }[]} staff
 */

/**
 * What a person needs to begin: addresses, logins, and how a phone learns to trust them.
 * @param {{ port: number, publicUrl: string, logins: Logins, logs: string }} parts
 */
export function welcome({ port, publicUrl, logins, logs }) {
  const rows = [
    ['This machine', `https://localhost:${port}`],
    ...lanAddresses().map((address) => ['Phones, other machines', `https://${address}:${port}`]),
    ['Trust it on a phone', `${publicUrl}/trust  (once: install the certificate, then switch it on)`],
    ...loginRows(logins),
    ['Logs', logs],
    ['Stop', 'Ctrl-C; everything is kept. Empty it with: npm start -- --fresh'],
  ];
  return `\n${table(rows)}\n`;
}

/**
 * @param {Logins} logins
 * @returns {string[][]}
 */
export function loginRows({ exam, candidates, staff }) {
  return [
    ...staff.map(({ role, login, password }) => [roleNames[role] ?? role, `${login}  ${password}`]),
    ...candidates.map(({ name, ticket, passcode }, i) => [
      i === 0 ? `Candidates of exam ${exam.code}` : '',
      `${ticket}  ${passcode}  ${name}`,
    ]),
  ];
}

/** @type {Record<string, string>} */
const roleNames = {
  officer: 'Waiting officer',
  examiner: 'Examiner',
  invigilator: 'Invigilator',
  admin: 'Administrator',
  support: 'Support',
};
