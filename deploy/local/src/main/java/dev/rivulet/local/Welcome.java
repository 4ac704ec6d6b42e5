package dev.rivulet.local;

/** What a person needs to know once the stack is ready. */
final class Welcome {

    private Welcome() {}

    static String text(UpOptions options, Ports ports, String time) {
        var text = new StringBuilder("\nRivulet is ready, in ").append(time).append(".\n\n");
        for (Service service : options.services()) {
            String url = ports.url(service).toString();
            text.append(String.format("  %-22s %s%n", service.title(), url))
                    .append(String.format("  %-22s %s/q/swagger-ui   (OpenAPI: %s/q/openapi)%n", "", url, url))
                    .append(String.format("  %-22s %s/q/health%n", "", url));
        }
        options.without()
                .forEach(service ->
                        text.append(String.format("  %-22s ./deploy/dev %s%n", service.title(), service.key())));
        String data = options.isUsualData() ? "" : " --data " + options.data();
        return text.append(String.format("  %-22s ./deploy/token sales acme%s%n", "a bearer token", data))
                .append(String.format("  %-22s %s%n", "logs", options.data().resolve("logs")))
                .append("\nCtrl-C stops everything; the data stays.\n")
                .toString();
    }
}
