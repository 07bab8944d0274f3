# shellcheck shell=sh
# Lays out in one file what the kiosk program loads until its first frame (the Java machine's AOT cache). Read by
# other scripts. Nothing here is fatal: without the file the kiosk starts as well, two to three times slower.

# quick_start FILE PROGRAM-FOLDER REHEARSAL: makes FILE anew when a jar or the Java machine ($java) is no longer what it
# was made of. REHEARSAL is called with the name of a new file and runs the program once with -XX:AOTCacheOutput=NAME.
quick_start() {
  made_of=$(cat "$(dirname "${java:?}")/../release"; find "$2" -name '*.jar' -printf '%p %s %T@\n' | sort)
  [ "$made_of" != "$(cat "$1.of" 2>/dev/null)" ] || return 0
  rm -f "$1"
  echo "openhall: preparing a quick start of the kiosk, once …" >&2
  { "$3" "$1.new" && mv "$1.new" "$1"; } >"$1.log" 2>&1 ||
    echo "openhall: the kiosk will start slowly; why: $1.log" >&2
  rm -f "$1.new" "$1.new.config"
  printf '%s\n' "$made_of" >"$1.of" || true
}
