// Half-years, quarters and months, as CBS codes them (domain 6.1).
import { codeList } from './code-list.ts';

export const partsOfYear = codeList({
  HJ01: ['1e halfjaar', 'First half'],
  HJ02: ['2e halfjaar', 'Second half'],
  KW01: ['1e kwartaal', 'First quarter'],
  KW02: ['2e kwartaal', 'Second quarter'],
  KW03: ['3e kwartaal', 'Third quarter'],
  KW04: ['4e kwartaal', 'Fourth quarter'],
  MM01: ['januari', 'January'],
  MM02: ['februari', 'February'],
  MM03: ['maart', 'March'],
  MM04: ['april', 'April'],
  MM05: ['mei', 'May'],
  MM06: ['juni', 'June'],
  MM07: ['juli', 'July'],
  MM08: ['augustus', 'August'],
  MM09: ['september', 'September'],
  MM10: ['oktober', 'October'],
  MM11: ['november', 'November'],
  MM12: ['december', 'December'],
});
export type PartOfYear = keyof typeof partsOfYear;
