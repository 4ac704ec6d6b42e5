# Sourced by mvnw and the deploy scripts: sets JAVA_HOME to a JDK of at least version 25.
# Quarkus builds the services inside Maven's own JVM, so Maven itself must run on it; toolchains are not enough.
rivulet_java_major() {
  [ -x "$1/bin/javac" ] || return 1
  "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = \([0-9]*\).*/\1/p'
}

rivulet_find_jdk() {
  rivulet_on_path=$(command -v javac 2>/dev/null) && rivulet_on_path=$(dirname "$(dirname "$(readlink -f "$rivulet_on_path")")")
  set +f
  for rivulet_home in "${JAVA_HOME-}" "${rivulet_on_path-}" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$rivulet_home" ] || continue
    rivulet_major=$(rivulet_java_major "$rivulet_home") || continue
    [ "${rivulet_major:-0}" -ge 25 ] && { echo "$rivulet_home"; return 0; }
  done
  return 1
}

if rivulet_jdk=$(rivulet_find_jdk); then
  JAVA_HOME=$rivulet_jdk
  export JAVA_HOME
else
  echo "Rivulet needs a JDK 25 or newer and found none in JAVA_HOME, PATH or the usual JDK folders; install one (for example Temurin 25) or set JAVA_HOME." >&2
  exit 1
fi
