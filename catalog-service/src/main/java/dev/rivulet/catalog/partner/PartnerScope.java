package dev.rivulet.catalog.partner;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.problem.Rejected;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Whose partner data the caller may see. A token that is only a partner's names that partner in its {@code partner}
 * claim and opens nothing else: to it the others do not exist.
 */
@ApplicationScoped
class PartnerScope {

    private static final String CLAIM = "partner";
    private static final Set<String> INSIDERS = Set.of(SALES, SUCCESS, BILLING, ADMIN, OPS);

    private final SecurityIdentity identity;

    PartnerScope(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The one partner the caller may see, or null for the company's own people. */
    @Nullable
    UUID only() {
        if (INSIDERS.stream().anyMatch(identity::hasRole)) {
            return null;
        }
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getClaim(CLAIM) instanceof String claim) {
            try {
                return UUID.fromString(claim);
            } catch (IllegalArgumentException noId) {
                throw Rejected.forbidden("partner-missing");
            }
        }
        throw Rejected.forbidden("partner-missing");
    }

    boolean hides(UUID partner) {
        var only = only();
        return only != null && !only.equals(partner);
    }
}
