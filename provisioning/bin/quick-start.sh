# shellcheck shell=sh
# How the kiosk's Java machine is run, on a terminal and by ./openhall. Read by other scripts.

# Little memory: the heap begins small and gives back what it does not need, its young part is small, so that what a
# page leaves behind is soon used again; the C library keeps no heap for each thread and gives back what is freed.
# The survivors' part holds a whole page: a page that was left dies young, and no full collection meets a finger.
# shellcheck disable=SC2034
kiosk_options="-Xms64m -Xmn32m -XX:SurvivorRatio=2 -Xmx128m -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=20 -XX:+UseSerialGC
  -XX:TieredStopAtLevel=1 -Dprism.order=sw"
export MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=131072 MALLOC_TRIM_THRESHOLD_=131072
# GTK asks for OpenGL, which the kiosk does not use and which costs 50 MB.
export GDK_GL=disable

# The quick start lays out in one file what the program loads until its first frame (the Java machine's AOT cache).
# Nothing of it is fatal: without the file the kiosk starts as well, but slower.

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
