// Which telephone numbers may stand as the number of a team. Pure. By the Dutch numbering plan as it is generally known.

/** Numbers that the public page names itself, everywhere the same. */
const national: Readonly<Record<string, string>> = {
  '112': 'the national emergency number',
  '113': 'the line for suicide prevention',
  '08000113': 'the line for suicide prevention',
  '08002000': 'Veilig Thuis',
  '09008844': 'the police',
};

const forms: readonly RegExp[] = [
  // An area, a 085 or a 088 number: ten digits.
  /^0[1-8]\d{8}$/,
  // Short numbers of gemeenten: 14 and the area code.
  /^140\d{2,3}$/,
  // Free and paid service numbers.
  /^0(?:800|900)\d{4}(?:\d{3})?$/,
];

/** The digits to dial, from a number as people write it: 070 - 353 30 00, (070) 353 30 00, +31 70 353 30 00. */
export const digitsOf = (phone: string): string =>
  phone.replace(/^\s*(?:\+|00)31\s*(?:\(0\))?/, '0').replace(/[\s().\-–/]/g, '');

/**
 * Why this is not the number of a team, and the fix; undefined when it is one. Only a national number is said back: any
 * other may be of a person.
 */
export function refusalOfPhone(phone: string): string | undefined {
  const digits = digitsOf(phone);
  const known = national[digits];
  if (known)
    return `phone is ${digits}, ${known}, which every public page names already. Give the number of the team itself.`;
  if (/^06/.test(digits))
    return 'phone is a mobile number, which is mostly of one person. Give the number of the team, such as 070 353 30 00 or 14 070.';
  if (!forms.some((form) => form.test(digits)))
    return `phone has ${digits.replace(/\D/g, '').length} digits and is no Dutch telephone number: write ten digits from 0, such as 070 353 30 00, or 14 070.`;
  return undefined;
}
