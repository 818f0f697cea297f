import { describe, expect, test } from '@jest/globals'
import { complaintOf } from '../src/http/body.ts'

const of = (text: string, path = '/v1/things', contentType = '') =>
  complaintOf({ text, contentType, complete: true }, path)
const page = (inside: string) => `<!doctype html>\n<html><head>${inside}</html>`

describe('a health check', () => {
  test.each([
    '{"status":"DOWN"}',
    '{"status":"down"}',
    '{"status":"OUT_OF_SERVICE"}',
    '{"status":"unhealthy"}',
    '{"status":"fail"}',
    '{"status":"error"}',
    '{"status":"UP","components":{"db":{"status":"DOWN"},"disk":{"status":"UP"}}}',
    '{"status":"pass","checks":{"db:connections":[{"status":"pass"},{"status":"fail"}]}}',
    '{"status":"ok","info":{},"details":{"redis":{"status":"down"}}}',
    '{"status":"Healthy","results":{"db":{"status":"Unhealthy"}}}',
    '{"database":"DOWN","cache":"UP"}',
    '{"healthy":false}',
    '{"ready":false,"reason":"starting"}',
    '{"checks":[{"name":"db","ok":false}]}',
    '{"status":503}',
    '{"status":false}',
    '[{"name":"db","status":"DOWN"}]',
    '\uFEFF {"status":"DOWN"}',
    'DOWN',
    'Unhealthy',
    'status: down',
    '<health><status>DOWN</status></health>',
    '[+]ping ok\n[-]etcd failed: reason withheld\n',
    'not ready',
  ])('that says %j is of a service that is not well', (text) => {
    expect(of(text, '/health/ready')).toMatchObject({ certain: true, passing: true })
  })

  test.each(['{"status":"DEGRADED"}', '{"status":"UNKNOWN"}', '{"status":"ok","draining":true}', 'starting'])(
    'that says %j leaves it open',
    (text) => {
      expect(of(text, '/healthz')).toMatchObject({ certain: false })
    },
  )

  test.each([
    '{"status":"ok","reason":"ok"}',
    '{"status":"UP","components":{"db":{"status":"UP","details":{"failures":0,"error":null}}}}',
    '{"status":"pass"}',
    '{"status":"warn"}',
    '{"healthy":true,"maintenance":false}',
    '{"status":"up","downstream":{"status":"up"}}',
    '{"status":200}',
    'OK',
    'Healthy',
    'healthz check passed',
    'all is up, and nothing that was there yesterday is missing today',
    '[+]ping ok\n[+]etcd ok\n',
    '',
  ])('that says %j is of one that is', (text) => {
    expect(of(text, '/health/ready')).toBeUndefined()
  })

  test.each([
    '/health',
    '/api/healthz',
    '/actuator/health/readiness',
    '/-/ready',
    '/livez',
    '/status',
    '/up',
  ])('is what %s asks for', (path) => {
    expect(of('{"components":{"db":"down"}}', path)).toMatchObject({ certain: true })
  })
})

describe('an answer to something else', () => {
  test.each(['{"status":"DOWN"}', '{"status":"unhealthy"}', '{"success":false,"data":null}', '{"ok":false}'])(
    'that says %j of itself is of a service that is not well',
    (text) => {
      expect(of(text)).toMatchObject({ certain: true })
    },
  )

  test.each([
    '{"error":"unauthorized"}',
    '{"errors":[{"message":"x"}],"data":null}',
    '{"status":401,"title":"Unauthorized"}',
    '{"statusCode":"500"}',
    '{"status":"failed"}',
  ])('that says %j leaves it open', (text) => {
    expect(of(text)).toMatchObject({ certain: false })
  })

  test('of a problem, with a status that is none, leaves it open', () => {
    expect(of('{"title":"x"}', '/v1/things', 'application/problem+json')).toMatchObject({ certain: false })
  })

  test.each([
    '{"items":[{"status":"failed"},{"status":"DOWN"}]}',
    '{"workflow_id":"1","status":"accepted"}',
    '{"error":null,"errors":[],"data":{}}',
    '{"state":"California","available":false}',
    '"DOWN"',
    'the server is down the road',
  ])('may be about something else: %j', (text) => {
    expect(of(text)).toBeUndefined()
  })

  test('that is called JSON and is none, such as a half of it, is not what it should be', () => {
    expect(of('{"items":[{"id":1},{"id"', '/v1/things', 'application/json; charset=utf-8')).toMatchObject({
      certain: true,
      what: 'its body is not what its headers call it',
    })
    expect(of('<a>', '/v1/things', 'application/health+json')).toMatchObject({ certain: true })
    expect(of('{"a":1}\n{"a":2}\n', '/v1/things', 'application/x-ndjson')).toBeUndefined()
    const cut = { text: '{"items":[', contentType: 'application/json', complete: false }
    expect(complaintOf(cut, '/v1/things')).toBeUndefined()
  })
})

describe('a page', () => {
  test.each([
    page('<title>Welcome</title></head><form><input name=user><input type="password" name=p></form>'),
    page("<title>Welcome</title></head><INPUT name=p TYPE = 'Password'>"),
    page('<title>Sign in to your account</title>'),
    page('<title>Acme</title></head><h1>Please log in</h1>'),
    page('<title>Acme – Login</title>'),
    page('</head><form method=post><input type=hidden name="SAMLRequest" value=x></form>'),
  ])('to log in is not what is behind it: %s', (text) => {
    expect(of(text, '/dashboard')?.what).toBe('it is a page to log in, and not what is behind it')
    expect(of(text.replace('<!doctype html>\n<html>', ''), '/dashboard', 'text/html')?.certain).toBe(false)
  })

  test('to log in is what was asked for where its address says so', () => {
    expect(of(page('<title>Sign in</title>'), '/login')).toBeUndefined()
  })

  test.each([
    page('<title>Down for maintenance</title>'),
    page('<title>Acme</title></head><body><h1>We’ll be right back</h1>'),
    page('<title>502 Bad Gateway</title>'),
    page('<title>Page not found</title>'),
    page('<title>Just a moment...</title>'),
    page('<meta http-equiv="refresh" content="0; url=/login">'),
  ])('that says that something else is not there leaves it open: %s', (text) => {
    expect(of(text, '/')).toMatchObject({ certain: false })
  })

  test.each([
    page('<title>Releases</title></head><h1>Releases</h1><input type=text name=password>'),
    page('<title>Dashboards and backlogs</title>'),
    page('</head><p>Nobody has to log in here.</p>'),
    '<svg xmlns="http://www.w3.org/2000/svg"><title>login</title></svg>',
  ])('that says nothing of the kind is one: %s', (text) => {
    expect(of(text, '/')).toBeUndefined()
  })

  test('of any text is looked at in a moment', () => {
    for (const piece of ['<input ', '<title', '<h1>', 'type = ', '{"a":', '<meta http-equiv=', '[-] '])
      for (const path of ['/', '/health']) {
        const before = performance.now()
        of(`<html>${piece.repeat(260_000 / piece.length)}`, path)
        of(piece.repeat(260_000 / piece.length), path)
        expect(performance.now() - before).toBeLessThan(1_000)
      }
  })
})
