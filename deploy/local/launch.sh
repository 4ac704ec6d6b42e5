# Sourced by the deploy scripts, which have set "root" to the project's folder: a JDK, the build and the launcher.
. "$root/.mvn/jdk.sh"

# Is the file $1 missing, or older than the sources of the module in folder $2 and of what it is made of?
rivulet_outdated() {
  [ -f "$1" ] || return 0
  [ -n "$(find "$root/pom.xml" "$root/service-kit/pom.xml" "$root/service-kit/src/main" "$2/pom.xml" "$2/src/main" \
    -type f -newer "$1" 2>/dev/null | head -n 1)" ]
}

rivulet_artifacts() {
  for rivulet_service in catalog subscription success; do
    echo "$root/$rivulet_service-service/target/quarkus-app/quarkus-run.jar"
  done
  echo "$root/deploy/local/target/classes/dev/rivulet/local/Up.class"
}

rivulet_needs_build() {
  [ -d "$root/deploy/local/target/lib" ] || return 0
  for rivulet_artifact in $(rivulet_artifacts); do
    rivulet_outdated "$rivulet_artifact" "${rivulet_artifact%%/target/*}" && return 0
  done
  return 1
}

rivulet_build() {
  rivulet_needs_build || return 0
  echo "Building the services; this takes one to three minutes, the first time more for the downloads …"
  # Spotless uses what the JDK warns of.
  if ! (cd "$root" && MAVEN_OPTS="${MAVEN_OPTS-} --sun-misc-unsafe-memory-access=allow" ./mvnw -q -DskipTests package); then
    echo "The build has failed, so nothing was started; what Maven says is above." >&2
    exit 1
  fi
  # What needed no change keeps its age; it is as good as new all the same.
  for rivulet_artifact in $(rivulet_artifacts); do
    touch -c "$rivulet_artifact"
  done
}

# Runs a class of the local stack in place of this shell.
rivulet_exec() {
  if [ ! -d "$root/deploy/local/target/lib" ]; then
    echo "The local stack is not built yet: start ./deploy/up first." >&2
    exit 1
  fi
  rivulet_main=$1
  shift
  exec "$JAVA_HOME/bin/java" -Xmx192m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Drivulet.root="$root" \
    -cp "$root/deploy/local/target/classes:$root/deploy/local/target/lib/*" "dev.rivulet.local.$rivulet_main" "$@"
}
