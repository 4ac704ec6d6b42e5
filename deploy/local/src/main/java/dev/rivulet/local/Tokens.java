package dev.rivulet.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Authorization headers for tests, signed by the issuer that {@link StackResource} makes the application trust. */
public final class Tokens {

    private static final Duration LIFETIME = Duration.ofHours(1);
    // One for all forgeries: a key takes longer to make than a test of access.
    private static final Issuer UNKNOWN = Issuer.unknown();
    private static final Issuer TRUSTED = TestStack.issuer();

    /** A signature takes longer than most requests of tests, and a test JVM is gone before its tokens are old. */
    private static final Map<Asked, String> GIVEN = new ConcurrentHashMap<>();

    private record Asked(
            Issuer issuer, String tenant, Duration lifetime, Map<String, Object> claims, List<String> roles) {}

    private Tokens() {}

    /** A header of a user of this tenant with these roles; a null tenant leaves the claim out. */
    public static String bearer(@Nullable String tenant, String... roles) {
        return bearer(TRUSTED, tenant, LIFETIME, Map.of(), roles);
    }

    /** As {@link #bearer(String, String...)} with further claims, which win over the usual ones. */
    public static String bearer(@Nullable String tenant, Map<String, Object> extraClaims, String... roles) {
        return bearer(TRUSTED, tenant, LIFETIME, extraClaims, roles);
    }

    /** A header that was good an hour ago. */
    public static String expired(@Nullable String tenant, String... roles) {
        return bearer(TRUSTED, tenant, LIFETIME.negated(), Map.of(), roles);
    }

    /** A header whose signature is not the issuer's. */
    public static String forged(@Nullable String tenant, String... roles) {
        return bearer(UNKNOWN, tenant, LIFETIME, Map.of(), roles);
    }

    private static String bearer(
            Issuer issuer,
            @Nullable String tenant,
            Duration lifetime,
            Map<String, Object> extraClaims,
            String... roles) {
        var asked = new Asked(issuer, String.valueOf(tenant), lifetime, extraClaims, List.of(roles));
        return GIVEN.computeIfAbsent(asked, key -> {
            String subject = (roles.length == 0 ? "nobody" : roles[0]) + "@" + (tenant == null ? "nowhere" : tenant);
            return "Bearer " + issuer.token(tenant, subject, Set.of(roles), lifetime, extraClaims);
        });
    }
}
