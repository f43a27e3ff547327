import { CircleCheckBig, ListTodo } from 'lucide-react';

/** The places of the app, in the order of the navigation. */
export const views = [
  { href: '/app', label: 'To do', Icon: ListTodo },
  { href: '/app/done', label: 'Done', Icon: CircleCheckBig },
] as const;
