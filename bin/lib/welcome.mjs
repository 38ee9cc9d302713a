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
    ['Staff, administrators', `https://localhost:${port}/staff and /admin`],
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
    ...staff.map(({ role, login, password }) => [titleOf(role), `${login}  ${password}`]),
    ...candidates.map(({ name, ticket, passcode }, i) => [
      i === 0 ? `Candidates of exam ${exam.code}` : '',
      `${ticket}  ${passcode}  ${name}`,
    ]),
  ];
}

/** `waiting-officer` as a person writes it. @param {string} role */
const titleOf = (role) => role.charAt(0).toUpperCase() + role.slice(1).replaceAll('-', ' ');
