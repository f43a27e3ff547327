const font = "Inter, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** How every mail looks; mail programs know no style sheets. */
export const look = {
  body: { backgroundColor: '#f6f5fb', fontFamily: font, margin: 0, padding: '32px 16px' },
  sheet: {
    backgroundColor: '#ffffff',
    border: '1px solid #e4e1f2',
    borderRadius: 12,
    maxWidth: 480,
    padding: '32px',
  },
  heading: {
    color: '#1d1633',
    fontSize: 20,
    lineHeight: '28px',
    margin: '0 0 16px',
    overflowWrap: 'anywhere',
  },
  text: { color: '#3b3454', fontSize: 15, lineHeight: '24px', margin: '0 0 16px' },
  button: {
    backgroundColor: '#6d3bd8',
    borderRadius: 8,
    color: '#ffffff',
    fontSize: 15,
    fontWeight: 600,
    padding: '11px 20px',
  },
  link: {
    color: '#6d3bd8',
    display: 'inline-block',
    fontSize: 15,
    fontWeight: 600,
    lineHeight: '28px',
    whiteSpace: 'nowrap',
  },
  rule: { borderColor: '#e4e1f2', margin: '24px 0 16px' },
  small: { color: '#6a6383', fontSize: 13, lineHeight: '20px', margin: 0 },
} as const;
