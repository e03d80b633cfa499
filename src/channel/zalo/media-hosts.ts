import { lookup } from 'node:dns/promises';
import { BlockList, isIPv4 } from 'node:net';

/** Where files of people may be fetched from. A pattern is a host (`*.zdn.vn` with all below it) or a whole origin. */
export interface MediaHosts {
  /** The address to fetch, or why it is not fetched. */
  check(ref: string): Promise<{ url: URL } | { problem: string; isPassing: boolean }>;
}

/** Zalo's own; documents and captures show files on these. */
const usual = ['*.zdn.vn', '*.zadn.vn', '*.zaloapp.com'];

/**
 * Allows Zalo's hosts and `further` ones. An entry with a scheme is an origin that an operator vouches for, whatever its
 * network address; any other host must not lead into a private network.
 */
export function openMediaHosts(
  further: readonly string[],
  addressesOf: (host: string) => Promise<readonly string[]> = allAddresses,
): MediaHosts {
  const origins = new Set(further.filter(isOrigin).map((entry) => URL.parse(entry)?.origin));
  const hosts = [...usual, ...further.filter((entry) => !isOrigin(entry))].map((host) => host.toLowerCase());

  return {
    async check(ref) {
      const url = URL.parse(ref);
      if (url === null) return { problem: 'The address of the file is not one', isPassing: false };
      if (origins.has(url.origin)) return { url };
      const isPlain = url.username === '' && url.password === '' && url.port === '';
      const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
      if (!isWeb || !isPlain || !hosts.some((pattern) => fits(url.hostname, pattern))) {
        return { problem: `Files are not fetched from ${url.host}`, isPassing: false };
      }
      const addresses = await addressesOf(url.hostname).catch(() => null);
      if (addresses === null) return { problem: `${url.hostname} cannot be looked up`, isPassing: true };
      if (addresses.length === 0 || addresses.some(isPrivate)) {
        return { problem: `${url.hostname} is not on the public network`, isPassing: false };
      }
      return { url };
    },
  };
}

function isOrigin(entry: string): boolean {
  return /^https?:\/\//.test(entry);
}

function fits(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) && host.length >= pattern.length : host === pattern;
}

async function allAddresses(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address);
}

const privateNetworks = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  privateNetworks.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ['::', 96],
  ['64:ff9b::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  privateNetworks.addSubnet(network, bits, 'ipv6');
}

function isPrivate(address: string): boolean {
  // A list of IPv4 networks also holds the same addresses written as IPv6.
  return privateNetworks.check(address, isIPv4(address) ? 'ipv4' : 'ipv6');
}
