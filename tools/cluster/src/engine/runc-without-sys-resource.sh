#!/bin/sh
# An OCI runtime for machines whose capability bounding set lacks
# CAP_SYS_RESOURCE: takes it out of what a privileged container or exec asks
# for, then hands over to runc, which would otherwise refuse to start it.
#
# sed and not a JSON program: it is on every machine, costs a millisecond, and
# leaves numbers alone (jq 1.6 rounds the limit 18446744073709551615, and runc
# then refuses it). Inside a JSON string a quote is escaped, so the pattern
# cannot match anything but the object of that name.
PATH="${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/sbin:/sbin"
export PATH

strip() {
  sed -z -i '
    :name
    s/\("capabilities"[[:space:]]*:[[:space:]]*{[^}]*\)"CAP_SYS_RESOURCE"[[:space:]]*,\{0,1\}/\1/
    t name
    :comma
    s/\("capabilities"[[:space:]]*:[[:space:]]*{[^}]*\),\([[:space:]]*\]\)/\1\2/
    t comma
  ' "$1"
}

command=
bundle=.
process=
previous=
for argument in "$@"; do
  case "$previous" in
    --bundle | -b) bundle=$argument ;;
    --process | -p) process=$argument ;;
  esac
  case "$argument" in
    --bundle=*) bundle=${argument#*=} ;;
    --process=*) process=${argument#*=} ;;
    create | run | exec) command=${command:-$argument} ;;
  esac
  previous=$argument
done

case "$command" in
  create | run) strip "$bundle/config.json" ;;
  exec) [ -z "$process" ] || strip "$process" ;;
esac
exec runc "$@"
