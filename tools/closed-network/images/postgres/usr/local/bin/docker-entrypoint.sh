#!/bin/sh
# Prepares the data folder on the first start, then becomes the server. Speaks
# the same environment as the official image: POSTGRES_USER, POSTGRES_PASSWORD,
# POSTGRES_DB (each also as …_FILE), POSTGRES_HOST_AUTH_METHOD,
# POSTGRES_INITDB_ARGS, PGDATA.
set -eu

fail() {
  echo "docker-entrypoint: $1" >&2
  exit 1
}

# from_file NAME: takes the value from the file that NAME_FILE names, if any.
from_file() {
  eval "file=\${$1_FILE:-}"
  [ -z "$file" ] || eval "$1=\$(cat \"\$file\")"
}

# PostgreSQL looks its user up by name; a uid that is in no passwd file gets an entry.
name_user() {
  getent passwd "$(id -u)" >/dev/null 2>&1 && return
  export NSS_WRAPPER_PASSWD=/tmp/passwd NSS_WRAPPER_GROUP=/tmp/group
  echo "postgres:x:$(id -u):$(id -g):PostgreSQL:/var/lib/postgresql:/bin/sh" >"$NSS_WRAPPER_PASSWD"
  echo "postgres:x:$(id -g):" >"$NSS_WRAPPER_GROUP"
  LD_PRELOAD=$(ls /usr/lib/*/libnss_wrapper.so)
  export LD_PRELOAD
}

# In a folder of its own, so that an interrupted start leaves nothing that looks whole.
create_cluster() {
  fresh=$PGDATA/.fresh
  [ -e "$fresh/complete" ] && return
  rm -rf "$fresh"
  mkdir -m 0700 "$fresh"
  password_file=$(mktemp)
  printf '%s\n' "$POSTGRES_PASSWORD" >"$password_file"
  # shellcheck disable=SC2086 # the arguments are several words on purpose
  initdb --pgdata="$fresh" --username="$POSTGRES_USER" --pwfile="$password_file" \
    --encoding=UTF8 --auth-local=trust --auth-host="$POSTGRES_HOST_AUTH_METHOD" \
    ${POSTGRES_INITDB_ARGS:-}
  rm -f "$password_file"
  echo "host all all all $POSTGRES_HOST_AUTH_METHOD" >>"$fresh/pg_hba.conf"
  echo "listen_addresses = '*'" >>"$fresh/postgresql.conf"
  if [ "$POSTGRES_DB" != postgres ]; then
    sed 's/"/""/g; s/.*/CREATE DATABASE "&";/' <<NAME |
$POSTGRES_DB
NAME
      postgres --single -D "$fresh" postgres >/dev/null
  fi
  touch "$fresh/complete"
}

# PG_VERSION goes last: it is what tells that a data folder is one.
move_cluster() {
  for path in "$PGDATA/.fresh"/*; do
    case ${path##*/} in
      PG_VERSION | complete) ;;
      *) mv "$path" "$PGDATA/" ;;
    esac
  done
  mv "$PGDATA/.fresh/PG_VERSION" "$PGDATA/"
}

prepare() {
  mkdir -p -m 0700 "$PGDATA"
  [ -O "$PGDATA" ] && chmod 0700 "$PGDATA"
  if [ ! -s "$PGDATA/PG_VERSION" ]; then
    [ -n "${POSTGRES_PASSWORD:-}" ] || [ "$POSTGRES_HOST_AUTH_METHOD" = trust ] ||
      fail 'POSTGRES_PASSWORD or POSTGRES_PASSWORD_FILE must be set for a new database'
    create_cluster
    move_cluster
  fi
  rm -rf "$PGDATA/.fresh"
}

case ${1:-postgres} in
  -*) set -- postgres "$@" ;;
esac
if [ "${1:-}" = postgres ]; then
  [ "$(id -u)" != 0 ] || fail 'PostgreSQL does not run as root; use the user 70'
  from_file POSTGRES_USER
  from_file POSTGRES_PASSWORD
  from_file POSTGRES_DB
  : "${POSTGRES_USER:=postgres}" "${POSTGRES_DB:=$POSTGRES_USER}"
  : "${POSTGRES_HOST_AUTH_METHOD:=scram-sha-256}"
  name_user
  prepare
  unset POSTGRES_PASSWORD
fi
exec "$@"
