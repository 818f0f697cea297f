import { expect, test } from '@jest/globals'
import { placeOfField } from '../../src/admission/place-of-field.ts'

const object = {
  metadata: { annotations: { 'example.com/a.b': 'x', example: { 'com/a': 'y' } } },
  data: { 'one.txt': '1', one: '2' },
  spec: {
    replicas: 1,
    ports: [{ port: 80 }, { port: 81, protocol: 'UDP' }],
    containers: [
      { name: 'side', image: 'a' },
      { name: 'main', image: 'b' },
      { name: 'odd"]', image: 'c' },
    ],
    finalizers: ['a', 'b'],
  },
}

test.each([
  ['', []],
  ['.spec.replicas', ['spec', 'replicas']],
  ['spec.replicas', ['spec', 'replicas']],
  ['spec.containers[1].image', ['spec', 'containers', 1, 'image']],
  ['.spec.containers[name="main"].image', ['spec', 'containers', 1, 'image']],
  ['.spec.containers[name="odd\\"]"].image', ['spec', 'containers', 2, 'image']],
  ['.spec.ports[port=80,protocol="TCP"].name', ['spec', 'ports', 0, 'name']],
  ['.spec.ports[port=81,protocol="UDP"]', ['spec', 'ports', 1]],
  ['.spec.ports[port=82]', ['spec', 'ports', 2]],
  ['.spec.finalizers[="b"]', ['spec', 'finalizers', 1]],
  ['.data.one.txt', ['data', 'one.txt']],
  ['.data.one', ['data', 'one']],
  ['.data.two.txt', ['data', 'two', 'txt']],
  ['metadata.annotations.example.com/a.b', ['metadata', 'annotations', 'example.com/a.b']],
  ['metadata.labels[app]', ['metadata', 'labels', 'app']],
  ['spec.unknown[0].deeper', ['spec', 'unknown', 0, 'deeper']],
  ['spec.constructor.name', ['spec', 'constructor', 'name']],
  ['spec..replicas', ['spec']],
  ['spec.containers[', ['spec', 'containers', 3]],
])('%s', (field, path) => {
  expect(placeOfField(object, field)).toEqual(path)
})

test('takes no longer than the length of a field allows', () => {
  const began = performance.now()
  placeOfField(object, '.a'.repeat(200_000))
  placeOfField(object, `.${'a.'.repeat(100_000)}`)
  placeOfField(object, `.spec.containers[${'"'.repeat(100_000)}`)
  placeOfField(object, `.spec.containers[${'a='.repeat(100_000)}]`)
  expect(performance.now() - began).toBeLessThan(2_000)
})
