const megabyte = 'x'.repeat(1024 * 1024);
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

/** Values, as JSON text, that no field should stumble over. */
export const hostileValues: Readonly<Record<string, string>> = {
  null: 'null',
  'a megabyte': `"${megabyte}"`,
  'a lone surrogate': '"\\ud800"',
  'a NUL': '"a\\u0000b"',
  'CR and LF': '"a\\r\\nset-cookie: evil=1"',
  SQL: `"'; drop table users; --"`,
  HTML: '"</a><img src=//x onerror=alert(1)>[l](http://evil)"',
  'an empty text': '""',
  'a boolean': 'false',
  'a huge number': '1e308',
  'a number beyond numbers': '1e999',
  'a number beyond integers': '9007199254740993',
  'a negative number': '-1',
  'a fraction': '0.5',
  'a list': '[[]]',
  'a list of nothing': '[null]',
  'an object': '{"a":{"b":1}}',
  'a deep nesting': deep(10_000),
  'a constructor': '{"constructor":{"prototype":{"admin":true}}}',
};

/** Whole bodies, as they are sent, with their media type. */
export const hostileBodies: Readonly<Record<string, { type?: string; body: string | Buffer }>> = {
  nothing: { type: 'application/json', body: '' },
  'half a body': { type: 'application/json', body: '{"title":' },
  null: { type: 'application/json', body: 'null' },
  'a text': { type: 'application/json', body: '"text"' },
  'a list': { type: 'application/json', body: '[{}]' },
  'a deep nesting': { type: 'application/json', body: deep(10_000) },
  'deep objects': {
    type: 'application/json',
    body: '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000),
  },
  'a poisoned prototype': { type: 'application/json', body: '{"__proto__":{"admin":true}}' },
  'an unknown field': { type: 'application/json', body: '{"admin":true}' },
  'bytes that are no UTF-8': {
    type: 'application/json',
    body: Buffer.from([0x22, 0xff, 0xfe, 0x22]),
  },
  XML: { type: 'application/xml', body: '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>' },
  'a form': { type: 'application/x-www-form-urlencoded', body: 'title=x' },
  'plain text': { type: 'text/plain', body: '{"title":"x"}' },
  'a strange media type': { type: 'application/json; charset=\u00e9', body: '{}' },
  'no media type': { body: '{"title":"x"}' },
};

/** Texts in a path or a query, encoded as they are sent. */
export const hostileTexts: Readonly<Record<string, string>> = {
  nothing: '',
  'half an escape': '%',
  'a wrong escape': '%zz',
  'an overlong escape': '%c0%ae',
  'a lone surrogate': '%ed%a0%80',
  'a NUL': '%00',
  'CR and LF': 'a%0d%0aset-cookie:%20evil=1',
  SQL: "'%20or%201=1;--",
  HTML: '%3Cscript%3E',
  'a path upwards': '..%2f..%2fetc%2fpasswd',
  'a huge number': '1e308',
  'a negative number': '-1',
  'a prototype': '__proto__',
  'a long text': 'x'.repeat(4_000),
};

/** Headers that the routes or those before them read. */
export const hostileHeaders: Readonly<Record<string, string>> = {
  'x-client-id': `x'; drop table users; --`,
  'x-request-id': 'a\tb"}',
  'last-event-id': '<script>',
  'if-none-match': '"'.repeat(999),
  'x-forwarded-for': `${'1.2.3.4, '.repeat(500)}nonsense`,
  authorization: `Bearer ${'x'.repeat(4_000)}`,
  cookie: `todo.session_token=${'%'.repeat(200)}; =; ;;`,
  accept: 'text/nonsense;q=x',
};
