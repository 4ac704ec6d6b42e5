package dev.rivulet.local;

import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** {@code ./deploy/token}: a bearer token of the local issuer on standard output. */
final class TokenCommand {

    static final Duration LIFETIME = Duration.ofHours(8);

    private static final List<String> ROLES = List.of("sales", "success", "billing", "admin", "partner", "ops");
    private static final String USUAL_TENANT = "acme";
    private static final String PARTNER = "--partner";
    private static final String USAGE = """
            Usage: ./deploy/token ROLE[,ROLE…] [TENANT] [--partner ID] [--data DIR]

            Prints a bearer token of the local stack, valid for 8 hours; the usual tenant is acme.
            Roles: sales, success, billing, admin, partner, ops. A partner's token names its partner.
            """;

    static final Set<String> OPTIONS = Set.of(Arguments.DATA, PARTNER);

    private TokenCommand() {}

    public static void main(String[] given) {
        try {
            var arguments = Arguments.parse(given, Set.of("--help", "-h"), OPTIONS);
            System.out.println(arguments.flags().isEmpty() ? token(arguments) : USAGE.stripTrailing());
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (LocalStackException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static String token(Arguments arguments) {
        List<String> words = arguments.words();
        if (words.isEmpty() || words.size() > 2) {
            throw new UsageException(USAGE.stripTrailing());
        }
        Set<String> roles = roles(words.getFirst());
        String tenant = words.size() == 2 ? words.get(1) : USUAL_TENANT;
        if (!tenant.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new UsageException(
                    "\"" + tenant + "\" is no tenant: a tenant is 1 to 63 lower-case letters, digits and hyphens.");
        }
        if (!Files.exists(arguments.data().resolve(Issuer.FILE))) {
            throw new LocalStackException("No stack has run in " + arguments.data() + " yet: start ./deploy/up first.");
        }
        return Issuer.in(arguments.data())
                .token(tenant, roles.iterator().next() + "@" + tenant, roles, LIFETIME, partner(arguments));
    }

    /** The claim that says which partner's people hold the token. */
    private static Map<String, Object> partner(Arguments arguments) {
        List<String> partners = arguments.all(PARTNER);
        if (partners.isEmpty()) {
            return Map.of();
        }
        try {
            return Map.of("partner", UUID.fromString(partners.getLast()).toString());
        } catch (IllegalArgumentException noId) {
            throw new UsageException("\"" + partners.getLast() + "\" is no partner: a partner is named by its id.");
        }
    }

    private static Set<String> roles(String list) {
        var roles = new LinkedHashSet<>(List.of(list.split(",", -1)));
        for (String role : roles) {
            if (!ROLES.contains(role)) {
                throw new UsageException(
                        "There is no role \"" + role + "\"; the roles are " + String.join(", ", ROLES) + ".");
            }
        }
        return roles;
    }
}
