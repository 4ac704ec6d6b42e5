package dev.rivulet.local;

import java.io.IOException;
import java.util.Set;

/** {@code ./deploy/dev NAME}: one service in Quarkus' development mode, on the running stack. */
final class DevCommand {

    private static final String USAGE = "Usage: ./deploy/dev catalog|subscription|success [--data DIR]";

    private DevCommand() {}

    public static void main(String[] given) throws IOException, InterruptedException {
        try {
            var arguments = Arguments.parse(given, Set.of("--help", "-h"), Set.of(Arguments.DATA));
            if (!arguments.flags().isEmpty()) {
                System.out.println(USAGE);
            } else if (arguments.words().size() != 1) {
                throw new UsageException(USAGE);
            } else {
                System.exit(run(Service.named(arguments.words().getFirst()), arguments));
            }
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (LocalStackException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static int run(Service service, Arguments arguments) throws IOException, InterruptedException {
        String advice = "./deploy/up --without " + service.key();
        StackState stack = StackState.read(arguments.data())
                .filter(StackState::isRunning)
                .orElseThrow(() -> new LocalStackException("No stack is running: start it with " + advice));
        if (stack.processes().containsKey(service.title())) {
            throw new LocalStackException("The running stack has a " + service.title()
                    + " already: stop it and start it again with " + advice);
        }
        int port = stack.port(service.title());
        Port.claim(port, service.title(), "set " + service.portVariable() + " and start the stack again");
        var endpoints = new Endpoints(stack.port("postgres"), stack.port("kafka"));
        var root = ProjectRoot.find();
        // With the modules it needs, so that it works without an installed kit and reloads the kit's changes too.
        var builder = new ProcessBuilder(
                        root.resolve("mvnw").toString(),
                        "-q",
                        "-pl",
                        service.title(),
                        "-am",
                        // Its question, on a first start, holds the one thread that the start needs on two processors.
                        "-Dquarkus.analytics.disabled=true",
                        "test-compile",
                        "quarkus:dev")
                .directory(root.toFile())
                .inheritIO();
        ServiceSettings.apply(
                ServiceSettings.properties(service, port, endpoints, Issuer.in(arguments.data())),
                builder.environment());
        return builder.start().waitFor();
    }
}
