import { FileText, FileType, Globe, Hash, type LucideIcon } from 'lucide-react';
import type { ReportFormat } from '../../../shared/contract/report.ts';

/** The formats in the order in which they are wanted. */
export const formats: readonly ReportFormat[] = ['docx', 'pdf', 'html', 'md'];

export const formatWords: Record<ReportFormat, { name: string; hint: string; icon: LucideIcon }> = {
  docx: { name: 'DOCX', hint: 'Word and others, with real footnotes', icon: FileType },
  pdf: { name: 'PDF', hint: 'As the pages here', icon: FileText },
  html: { name: 'HTML', hint: 'One file for any browser', icon: Globe },
  md: { name: 'Markdown', hint: 'Plain text with notes', icon: Hash },
};
