/** Everything beside place and changes that decides what a run does: with what it is made, and from which bytes. */
import type { PlanParts } from '#toolkit/model/plan.ts'
import type { Provisioning } from './provisioning.ts'
import { decidingVariables } from './terraform/environment.ts'
import type { InstalledTool } from './tool/install.ts'

/** What is found of one stack. */
export interface StackIngredients {
  readonly name: string
  readonly tool: Pick<InstalledTool, 'name' | 'version'>
  /** Address → version. */
  readonly providers: Readonly<Record<string, string>>
  /** Path → sha256 of the code. */
  readonly sources: Readonly<Record<string, string>>
  /** Path → sha256 of files with values of variables. */
  readonly variables: Readonly<Record<string, string>>
  /** Module that was fetched → sha256. */
  readonly modules: Readonly<Record<string, string>>
  /** sha256 of the sealed bundle. */
  readonly bundle: string | undefined
}

type Asked = Pick<Provisioning, 'command' | 'roles' | 'backend' | 'varFiles' | 'protect' | 'passed'>

type Ingredients = Pick<PlanParts, 'with' | 'from'> & {
  /** By name of an ingredient: what `Sensitive` hashes. */
  readonly sensitive: readonly (readonly [string, unknown])[]
}

/** Of the backend, what is no part of the place. */
function backendSettings({
  bucket: _bucket,
  key: _key,
  ...settings
}: Provisioning['backend']): Record<string, string> {
  return settings
}

/** How a review names the bundle of a stack. */
export function bundleName(stack: string): string {
  return `bundle of ${stack}`
}

/** @param generated path → sha256 of what planning made in the checkout */
export function ingredientsOf(
  asked: Asked,
  stacks: readonly StackIngredients[],
  generated: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
): Ingredients {
  const variables = decidingVariables(env)
  const variableFiles = {
    ...Object.assign({}, ...stacks.map((stack) => stack.variables)),
    ...Object.fromEntries(asked.varFiles.map(({ file, sha256 }) => [file, sha256])),
  }
  return {
    with: {
      mode: asked.command === 'destroy' ? 'destroy' : 'apply',
      // The one that would act; the one that plans is another, and no matter.
      'apply-role': asked.roles.apply,
      stacks: stacks.map(({ name }) => name),
      ...Object.fromEntries(
        stacks.map(({ name, tool }) => [`tool of ${name}`, `${tool.name} ${tool.version}`]),
      ),
      ...Object.fromEntries(stacks.map(({ name, providers }) => [`providers of ${name}`, providers])),
      'backend-config': backendSettings(asked.backend),
      variables: Object.keys(variables),
      // The last one wins, so their order counts.
      'var-file': asked.varFiles.map(({ file }) => file),
      protect: [...asked.protect].sort(),
      'pass-environment': [...asked.passed].sort(),
    },
    from: {
      ...Object.assign({}, ...stacks.map(({ sources }) => sources)),
      ...Object.fromEntries(
        stacks.flatMap(({ name, modules }) =>
          Object.entries(modules).map(([module, sha256]) => [`${module} of ${name}`, sha256]),
        ),
      ),
      ...Object.fromEntries(
        Object.entries(generated).map(([file, sha256]) => [`${file} (made by planning)`, sha256]),
      ),
      ...Object.fromEntries(
        stacks.flatMap(({ name, bundle }) => (bundle === undefined ? [] : [[bundleName(name), bundle]])),
      ),
    },
    // Their values may be secrets, whoever calls them variables.
    sensitive: [
      ...(Object.keys(variables).length === 0 ? [] : [['with: variables', variables] as const]),
      ...Object.entries(variableFiles).map(([file, sha256]) => [`from: ${file}`, sha256] as const),
    ],
  }
}
