/** What a run must be told before it may destroy a stack; who lets it run is looked up by `toolkit/review`. */
import { Failure } from '#toolkit/model/failure.ts'

/** The name that has to be typed is that of the one stack. */
export function confirmationProblem(
  confirm: string | undefined,
  stacks: readonly { folder: string }[],
): Failure[] {
  const [stack, other] = stacks
  if (stack === undefined) return []
  if (other !== undefined) {
    return [
      new Failure({
        code: 'DESTROY_MANY',
        what: `\`destroy\` takes one stack, and \`directory\` holds ${stacks.length}.`,
        fix: 'Name the folder of the one stack in `directory:`.',
      }),
    ]
  }
  if (confirm === stack.folder) return []
  return [
    new Failure({
      code: 'DESTROY_CONFIRM',
      what:
        confirm === undefined
          ? 'The input `confirm` is required to destroy a stack.'
          : `The input \`confirm\` is \`${confirm}\`, which is not the stack.`,
      fix: `Let whoever starts the run type the stack's folder, \`${stack.folder}\`, into an input of the workflow, and pass it as \`confirm:\`.`,
    }),
  ]
}
