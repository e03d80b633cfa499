import type { MiddlewareHandler } from 'hono';
import { NONCE, type SecureHeadersVariables, secureHeaders } from 'hono/secure-headers';

/** What a page under `builtPageHeaders` or `plainPageHeaders` knows: the nonce of its answer. */
export interface WithNonce {
  Variables: SecureHeadersVariables;
}

const permissionsPolicy = {
  camera: false,
  microphone: false,
  geolocation: false,
  payment: false,
  usb: false,
  displayCapture: false,
};

/**
 * On every answer: nothing may be framed, guessed at or run, unless a page has said what it needs. A year of HTTPS is
 * promised only where the public address is one, or a desk tried over plain HTTP could not be reached any more.
 */
export function securityHeaders(publicUrl: string): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
    strictTransportSecurity: publicUrl.startsWith('https:') ? 'max-age=31536000; includeSubDomains' : false,
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    permissionsPolicy,
    overwrite: false,
  });
}

/**
 * For the pages that are built: scripts and styles only with the nonce of the answer, so that neither an uploaded file nor
 * text that reached a page as markup ever runs. Style attributes of markup are refused; what scripts set is not markup.
 */
export const builtPageHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: [NONCE],
    styleSrc: [NONCE],
    // Codes to be scanned are drawn on the page; a picture is shown before it is sent.
    imgSrc: ["'self'", 'data:', 'blob:'],
    // Voice messages.
    mediaSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
  referrerPolicy: 'same-origin',
  permissionsPolicy,
});

/** For a page without a script that is written here: its one style element carries the nonce. */
export const plainPageHeaders: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: [NONCE],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
  referrerPolicy: 'same-origin',
  permissionsPolicy,
});
