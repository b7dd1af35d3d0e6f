import type { ReactNode } from 'react';

export interface NoticeProps {
  /** `problem` is announced at once, the others when the reader pauses. */
  readonly tone?: 'plain' | 'good' | 'warm' | 'problem';
  readonly icon?: ReactNode;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
}

/** Something to know, in the flow of the page. */
export function Notice({ tone = 'plain', icon, title, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'problem' ? 'alert' : 'status'}>
      {icon}
      <div>
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
