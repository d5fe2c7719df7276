#!/usr/bin/env bash
# Asks the sign-off gate about a change. Ends with 0 when it may go on, 1 when it is refused, 2 while it waits, 3 when the portal cannot be asked.
set -euo pipefail

# What others wrote becomes a JSON string and is never run.
quote() {
  local text=${1//\\/\\\\}
  text=${text//\"/\\\"}
  text=${text//$'\n'/\\n}
  text=${text//$'\r'/\\r}
  text=${text//$'\t'/\\t}
  printf '"%s"' "$(printf '%s' "$text" | tr -d '\000-\010\013\014\016-\037')"
}

field() { sed -nE 's/.*"'"$1"'":"(([^"\\]|\\.)*)".*/\1/p' <<<"$2" | head -n 1; }

list() {
  local out='' part
  local IFS=','
  for part in $1; do
    part="${part#"${part%%[![:space:]]*}"}"
    part="${part%"${part##*[![:space:]]}"}"
    [ -n "$part" ] && out="$out${out:+,}$(quote "$part")"
  done
  printf '[%s]' "$out"
}

case "${NUMBER:-}" in '' | *[!0-9]*) echo "::error::The number of the pull request is missing." && exit 3 ;; esac
body="{\"repository\":$(quote "$REPOSITORY"),\"number\":$NUMBER,\"commit\":$(quote "$COMMIT")"
body="$body,\"title\":$(quote "${TITLE:-}"),\"url\":$(quote "${URL:-}"),\"author\":$(quote "${AUTHOR:-}")"
[ -n "${SYSTEMS:-}" ] && body="$body,\"systems\":$(list "$SYSTEMS")"
[ -n "${AI:-}" ] && body="$body,\"aiInvolvement\":$(quote "$AI")"
message=$(git log -1 --format=%B "$COMMIT" 2>/dev/null || true)
[ -n "$message" ] && body="$body,\"message\":$(quote "$message")"
body="$body}"

# The key comes by a file descriptor, so that it is in no list of processes.
ask() {
  curl --silent --show-error --max-time 30 --retry 3 --retry-connrefused --fail-with-body --header @<(printf 'Authorization: Bearer %s\n' "$PORTAL_KEY") --header 'Content-Type: application/json' "$@"
}

answer=$(printf '%s' "$body" | ask --data-binary @- "${PORTAL%/}/api/v1/changes") || { echo "::error::The portal refused or did not answer: $(field title "${answer:-}")"; exit 3; }
id=$(field id "$answer")
until=$((SECONDS + ${WAIT_MINUTES:-0} * 60))
verdict=$(field verdict "$answer")
while [ "$verdict" = pending ] && [ "$SECONDS" -lt "$until" ]; do
  sleep 20
  answer=$(ask "${PORTAL%/}/api/v1/changes/$id/gate") || continue
  verdict=$(field verdict "$answer")
done

link=$(field link "$answer")
reason=$(field message "$answer")
[ -n "${GITHUB_OUTPUT:-}" ] && printf 'verdict=%s\nlink=%s\n' "$verdict" "$link" >>"$GITHUB_OUTPUT"
case "$verdict" in
  allow) echo "Sign-off gate: it may go on. $link" ;;
  deny) echo "::error::Sign-off gate: refused. $reason $link" && exit 1 ;;
  *) echo "::error::Sign-off gate: it waits. $reason $link" && exit 2 ;;
esac
