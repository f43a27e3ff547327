import type { Field } from './model/reference';

interface Props {
  title: string;
  fields: readonly Field[];
}

/** Parameters, or the fields of a body. */
export function FieldList({ title, fields }: Props) {
  if (fields.length === 0) return null;
  return (
    <div>
      <h4 className="mb-1 text-sm font-medium">{title}</h4>
      <dl className="divide-y divide-hairline border-y border-hairline">
        {fields.map(({ name, type, required, about }) => (
          <div key={name} className="grid gap-x-4 py-2 sm:grid-cols-[10rem_minmax(0,1fr)]">
            <dt className="font-mono text-sm wrap-anywhere">
              {name}
              {required && <span className="ml-1.5 font-sans text-xs text-danger">required</span>}
            </dt>
            <dd className="text-sm text-muted">
              <span className="font-mono text-xs wrap-anywhere">{type}</span>
              {about && <p className="mt-0.5 text-pretty">{about}</p>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
