/**
 * Scripts and styles come as files of the hub, nothing from elsewhere.
 *
 * The nonce is for style elements alone: Mantine writes its theme into one. Scripts need none.
 */
export const contentPolicy = (nonce: string): string =>
  Object.entries({
    'default-src': `'none'`,
    'script-src': `'self'`,
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': `'self' data:`,
    'font-src': `'self'`,
    'connect-src': `'self'`,
    'base-uri': `'none'`,
    'form-action': `'none'`,
    'frame-ancestors': `'none'`,
  })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
