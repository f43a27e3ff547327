import clsx from 'clsx';
import { ChevronRight } from 'lucide-react';
import { CopyBlock } from '@/components/copy-block';
import { FieldList } from './field-list';
import { curlOf } from './model/curl';
import type { Method } from './model/openapi';
import type { Operation } from './model/reference';

const looks: Record<Method, string> = {
  get: 'text-done',
  post: 'text-primary-ink',
  put: 'text-warning',
  patch: 'text-warning',
  delete: 'text-danger',
};

const accessWords: Record<Operation['access'], string> = {
  token: 'With an API token',
  session: 'Only from the app itself, while you are logged in',
  open: 'Open to everybody',
};

function Answers({ answers }: Pick<Operation, 'answers'>) {
  // What a fault looks like is told once, at the end of the page.
  const shown = answers.find(({ status, sample }) => status.startsWith('2') && sample);
  return (
    <div>
      <h4 className="mb-1 text-sm font-medium">Answers</h4>
      <ul className="mb-3 text-sm text-muted">
        {answers.map(({ status, about }) => (
          <li key={status}>
            <span className="mr-2 font-mono text-ink">{status}</span>
            {about}
          </li>
        ))}
      </ul>
      {shown?.sample && <CopyBlock text={shown.sample} label={`the answer ${shown.status}`} />}
    </div>
  );
}

interface Props {
  operation: Operation;
  origin: string;
}

/** One thing that can be asked, folded to a line. */
export function OperationItem({ operation, origin }: Props) {
  const { id, method, path, title, about, access, parameters, body, answers } = operation;
  return (
    <details id={id} className="group scroll-mt-6 border-b border-hairline last:border-b-0">
      <summary className="flex min-h-12 cursor-pointer list-none items-center gap-3 px-4 py-2.5 transition-colors hover:bg-hover [&::-webkit-details-marker]:hidden">
        <span
          className={clsx('w-13 shrink-0 font-mono text-xs font-semibold uppercase', looks[method])}
        >
          {method}
        </span>
        <span className="min-w-0 flex-1 sm:flex sm:items-baseline sm:gap-4">
          <span className="font-mono text-sm wrap-anywhere">{path}</span>
          {title !== path && (
            <span className="block min-w-0 truncate text-sm text-muted sm:ml-auto">{title}</span>
          )}
        </span>
        <ChevronRight
          aria-hidden
          size={16}
          className="shrink-0 text-muted transition-transform group-open:rotate-90"
        />
      </summary>
      <div className="space-y-6 border-t border-hairline bg-ground/60 px-4 py-5 sm:px-6">
        <div>
          {about && <p className="mb-1 max-w-160 leading-relaxed text-pretty">{about}</p>}
          <p className="text-sm text-muted">{accessWords[access]}</p>
        </div>
        <FieldList title="Parameters" fields={parameters} />
        <FieldList title="Body" fields={body} />
        {access !== 'session' && (
          <div>
            <h4 className="mb-2 text-sm font-medium">Try it</h4>
            <CopyBlock text={curlOf(operation, origin)} label="the command" />
          </div>
        )}
        {answers.length > 0 && <Answers answers={answers} />}
      </div>
    </details>
  );
}
