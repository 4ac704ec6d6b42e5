package dev.rivulet.subscription.partner;

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
 * Whose deals, registrations, customers and commissions the caller may see. A token that is only a partner's names that
 * partner in its {@code partner} claim: to it those of others do not exist.
 */
@ApplicationScoped
public class PartnerScope {

    private static final String CLAIM = "partner";
    private static final Set<String> INSIDERS = Set.of(SALES, SUCCESS, BILLING, ADMIN, OPS);

    private final SecurityIdentity identity;

    PartnerScope(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The one partner the caller may see, or null for the company's own people. */
    @Nullable
    public UUID only() {
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

    /** Whether the caller must not know of something of this partner, or of nobody's when null. */
    public boolean hides(@Nullable UUID partnerId) {
        var only = only();
        return only != null && !only.equals(partnerId);
    }

    /**
     * The partner a list is to be narrowed to: the caller's own whatever was asked for, null for all.
     *
     * @param asked the filter; another partner's shows nothing
     */
    @Nullable
    public UUID narrowed(@Nullable UUID asked) {
        var only = only();
        if (only == null) {
            return asked;
        }
        // No partner has this id, so that what is not the caller's is empty instead of everything of its own.
        return asked == null || asked.equals(only) ? only : new UUID(0, 0);
    }

    /** Who is calling, for the record. */
    public String caller() {
        return identity.getPrincipal().getName();
    }
}
