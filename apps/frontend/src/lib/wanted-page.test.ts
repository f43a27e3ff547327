import { describe, expect, it } from 'vitest';
import { leadingTo, wantedPage } from './wanted-page';

describe('a page that was wanted', () => {
  it.each([
    '/app',
    '/app?task=7',
    '/app/today?task=7&sort=due',
    '/app/tags/h%C3%A4user',
    '/app/search?q=%2F%2Fevil.example',
    '/api/auth/oauth2/authorize?client_id=a&redirect_uri=https%3A%2F%2Fclaude.example%2Fcb',
  ])('is %s', (page) => {
    expect(wantedPage(page)).toBe(page);
  });

  it.each([
    // Other sites.
    '//evil.example',
    '///evil.example',
    '////evil.example/app',
    'https://evil.example/app',
    'https:/app',
    'http:app',
    'evil.example/app',
    '/\\evil.example',
    '\\\\evil.example',
    '/app\\..\\..\\\\evil.example',
    '//evil.example\\@here.invalid/app',
    '//here.invalid@evil.example/app',
    '//user:secret@here.invalid:81/app',
    // Other sites, once dots are followed.
    '/app/..//evil.example',
    '/app/%2e%2e//evil.example',
    '/app/.%2E/%2e./evil.example',
    '/app/../../..//evil.example/app',
    '/./\\evil.example',
    '/.//evil.example',
    // Encoded.
    '%2F%2Fevil.example',
    '/%2F/evil.example',
    '/%2f%2fevil.example',
    '/%5Cevil.example',
    '/%09/evil.example',
    '%2Fapp',
    // Characters that browsers leave out, or that begin another line.
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\n/evil.example',
    '/app\r\nLocation: https://evil.example',
    '/app\u0000',
    '\u0001/app',
    ' /app',
    '/app /',
    '/\u00a0/evil.example',
    '/\u2028/evil.example',
    '\ufeff//evil.example',
    // Not pages.
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)//app',
    'java\nscript:alert(1)',
    '/javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://evil.example/1',
    // Pages of this site that need no account, or that lead on by themselves.
    '/',
    '/login?next=/app',
    '/r/token',
    '/application',
    '/app@evil.example',
    '/app.evil.example',
    '/api/auth/sign-out',
    '/api/auth/oauth2/authorize/../../sign-out',
    '/api/v1/export',
    '?next=/app',
    '#/app',
    '',
    'app',
    '//',
    '//[',
    'http://[/app',
  ])('is not %j', (said) => {
    expect(wantedPage(said)).toBe('/app');
  });

  it.each([undefined, null, 7, ['/app/today'], { page: '/app/today' }])('is not %j', (said) => {
    expect(wantedPage(said)).toBe('/app');
  });

  it('is told as it was checked', () => {
    expect(wantedPage('/x/../app/./today?task=7#top')).toBe('/app/today?task=7');
    expect(wantedPage('/app/tags/häuser')).toBe('/app/tags/h%C3%A4user');
  });

  it('never leads a browser to another site', () => {
    const parts = ['/', '\\', '.', '..', '%2e', '%2f', '%5c', 'app', 'evil.example', '@', ':', '?'];
    for (const a of parts)
      for (const b of parts)
        for (const c of parts)
          for (const d of parts) {
            const led = new URL(
              wantedPage(`/${a}${b}${c}${d}//evil.example`),
              'https://todo.example',
            );
            expect(led.host).toBe('todo.example');
          }
  });
});

describe('a way into an account', () => {
  it('carries what was wanted', () => {
    const way = leadingTo('/app?task=7&sort=due', '/signup');
    expect(way).toBe('/signup?next=%2Fapp%3Ftask%3D7%26sort%3Ddue');
    expect(new URL(way, 'https://todo.example').searchParams.get('next')).toBe(
      '/app?task=7&sort=due',
    );
    expect(leadingTo('/app/today', '/login?ended')).toBe('/login?ended&next=%2Fapp%2Ftoday');
  });

  it('says nothing of the tasks, where everybody goes', () => {
    expect(leadingTo('/app', '/login')).toBe('/login');
  });
});
