const POSTCODE = /[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}/i;

/** True when an address has a house number and a postcode. */
export function checkAddress(address: string): boolean {
  return /\d/.test(address) && POSTCODE.test(address);
}

/** A hint for what is missing, empty when nothing is. */
export function hintFor(address: string): string {
  // TODO(address-check): offer the streets that the postcode has
  if (!POSTCODE.test(address)) return 'Please add a postcode (TODO: not shown to anyone, this is a string)';
  return checkAddress(address) ? '' : 'Please add a house number';
}
