// @ts-check
import { hostname, networkInterfaces } from 'node:os';

/** Bridges of container engines and virtual machines: a phone cannot reach them. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|lxc|cni|flannel|tun|tap)/;

/** IPv4 addresses under which a phone in the same network may reach this machine, likeliest first. */
export function lanAddresses() {
  return Object.entries(networkInterfaces())
    .filter(([name]) => !VIRTUAL.test(name))
    .flatMap(([, addresses]) => addresses ?? [])
    .filter(
      ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
    )
    .map(({ address }) => address)
    .sort((a, b) => Number(isHomeNetwork(b)) - Number(isHomeNetwork(a)));
}

/** @param {string} address */
const isHomeNetwork = (address) => address.startsWith('192.168.') || address.startsWith('10.');

/** Every name and address that the certificate must be good for. @param {readonly string[]} extra */
export function certifiedNames(extra = []) {
  const own = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map(({ address }) => address)
    .filter((address) => !address.startsWith('fe80:'));
  const host = hostname()
    .toLowerCase()
    .replace(/[^a-z0-9.-]/g, '-');
  const names = ['localhost', host, `${host.split('.')[0]}.local`, ...extra];
  return {
    names: unique(names.filter((name) => !isAddress(name))),
    addresses: unique(['127.0.0.1', '::1', ...own, ...extra.filter(isAddress)]),
  };
}

/** @param {readonly string[]} values */
const unique = (values) => [...new Set(values.filter((value) => value !== ''))];

/** @param {string} text */
const isAddress = (text) => /^[0-9.]+$/.test(text) || text.includes(':');
