# What was done, what was not, and how one goes on. Outcomes are words of the runner.
set -euo pipefail

failed=''
changed=false
done=''
not_done=''
for step in provision migrate deploy verify; do
  prefix=$(tr '[:lower:]' '[:upper:]' <<<"$step")
  there=${prefix}_THERE outcome=${prefix}_OUTCOME changes=${prefix}_CHANGED
  # What verify has to run changes nothing.
  if [ "$step" != verify ] && [ "${!changes}" = true ]; then changed=true; fi
  case "${!outcome}" in
    success)
      if [ "${!changes}" = true ]; then told='done'; else told='nothing was to be done'; fi
      if [ "$step" = verify ]; then told='proven'; fi
      done+=" $step"
      ;;
    failure)
      told='failed'
      failed=$step
      ;;
    *)
      if [ "${!there}" = true ]; then
        told='not done'
        not_done+=" $step"
      else
        told='left out: it was not asked for, and nothing of it is here'
      fi
      ;;
  esac
  echo "$step: $told"
done
{
  echo "changed=$changed"
  echo "failed-steps=$failed"
} >>"$GITHUB_OUTPUT"
if [ -z "$failed$not_done" ]; then
  if [ -n "$done" ]; then exit 0; fi
  echo '::error title=release::There is nothing to release: no step was asked for. Give provision-directory, migrate-directory, manifests or targets.'
  exit 1
fi
list() { if [ -n "$1" ]; then echo "${1// /, }"; else echo nothing; fi; }
if [ -n "$failed" ]; then
  what="$failed failed"
else
  what='It was cancelled'
fi
echo "::error title=release::$what. Done: $(list "${done# }"). Not done: $(list "${not_done# }"). The log of the step says why. To go on, mend that and start this run again: what is done is found done, and the rest of what was reviewed follows. What needs another commit is released by the next pull request, whose preview shows everything that is due."
exit 1
