# shellcheck shell=sh
# Finds a Java of release 25 or later and puts it into $java, and the terminal's settings into $settings. Read by the
# other scripts.
# shellcheck disable=SC2034
settings=${OPENHALL_SETTINGS:-/etc/openhall/terminal.properties}
# The runtime that is packed with the programs comes first, then JAVA_HOME, then what is installed.
for java in /usr/lib/openhall/runtime/bin/java "${JAVA_HOME:-/nonexistent}/bin/java" \
  /usr/lib/jvm/*/bin/java; do
  [ -x "$java" ] || continue
  release=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "${java%/bin/java}/release" 2>/dev/null)
  [ "${release:-0}" -ge 25 ] && break
  java=
done
if [ ! -x "${java:-}" ]; then
  echo "openhall: found no Java 25 or later. Install one under /usr/lib/jvm." >&2
  exit 1
fi
