# One verdict of all steps: fails when one failed, and says which. Outcomes are words of the runner.
set -euo pipefail

failed=''
changed=false
for step in provision migrate deploy verify; do
  prefix=$(tr '[:lower:]' '[:upper:]' <<<"$step")
  there=${prefix}_THERE outcome=${prefix}_OUTCOME changes=${prefix}_CHANGED
  # What verify has to run changes nothing.
  if [ "$step" != verify ] && [ "${!changes}" = true ]; then changed=true; fi
  case "${!outcome}" in
    success)
      if [ "${!changes}" = true ]; then told='would change something'; else told='nothing to do'; fi
      if [ "$step" = verify ]; then told='passed'; fi
      ;;
    failure)
      told='failed'
      failed+=" $step"
      ;;
    *)
      if [ "${!there}" = true ]; then
        told='was not played: the run was cancelled'
        failed+=" $step"
      else
        told='left out: nothing of it is here'
      fi
      ;;
  esac
  echo "$step: $told"
done
failed=${failed# }
{
  echo "changed=$changed"
  echo "failed-steps=$failed"
} >>"$GITHUB_OUTPUT"
if [ -n "$failed" ]; then
  echo "::error title=preview::This cannot be merged and released as it is: ${failed// /, } failed or was not played. The log and the comment say where, and why; push what mends it."
  exit 1
fi
