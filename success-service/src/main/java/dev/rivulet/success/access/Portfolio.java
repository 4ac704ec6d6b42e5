package dev.rivulet.success.access;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.care.Cares;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The one place that decides which customers the caller may see. Administrators, operators, sales and billing see all;
 * who is a success manager and nothing else sees all, or the customers they are the manager of, as the tenant has
 * decided. To others a customer outside the portfolio does not exist: 404.
 *
 * <p>Everything under {@code /customers/{id}}, and under the path of a {@link Belonging}, is checked before it is
 * reached. A list of what belongs to customers asks {@link #accounts()}, and what a request names in its body is checked
 * with {@link #require}. Figures over all customers are the whole company's, also to who sees few; accounts that they
 * name are left out. What systems report is not asked whose it is: whoever may report usage may report all of it.
 */
@ApplicationScoped
public class Portfolio {

    private static final Set<String> SEE_ALL = Set.of(ADMIN, OPS, SALES, BILLING);

    private static final Set<String> PEOPLE = Set.of(ADMIN, SALES, SUCCESS, BILLING);

    private final SecurityIdentity identity;
    private final AccessPolicies policies;
    private final Cares cares;

    Portfolio(SecurityIdentity identity, AccessPolicies policies, Cares cares) {
        this.identity = identity;
        this.policies = policies;
        this.cares = cares;
    }

    /** Whether the caller sees only some customers. Work that nobody asked for over HTTP sees all. */
    public boolean isNarrow() {
        return !identity.isAnonymous()
                && SEE_ALL.stream().noneMatch(identity::hasRole)
                && identity.hasRole(SUCCESS)
                && policies.get().managersSee() == Sight.PORTFOLIO;
    }

    /** Whether the caller may see who the people at customers are: operators see no personal data. */
    public boolean seesPeople() {
        return PEOPLE.stream().anyMatch(identity::hasRole);
    }

    /** The only customers the caller sees; empty when that is all of them. */
    public Optional<List<UUID>> accounts() {
        return isNarrow() ? Optional.of(cares.portfolio(me())) : Optional.empty();
    }

    /** Refuses, as not found, a customer whom the caller may not see. */
    public void require(UUID account) {
        if (isNarrow() && !cares.portfolio(me()).contains(account)) {
            throw Rejected.notFound("customer", account);
        }
    }

    /** Refuses, as not found, what belongs to a customer whom the caller may not see. */
    void require(Belonging kind, UUID id) {
        if (isNarrow()) {
            var mine = cares.portfolio(me());
            if (kind.customerOf(id, me())
                    .filter(account -> !mine.contains(account))
                    .isPresent()) {
                throw Rejected.notFound(kind.segment(), id);
            }
        }
    }

    /** All that the caller may be called as a manager, in lower case: the token's subject, name and e-mail address. */
    public Set<String> me() {
        var names = new TreeSet<String>();
        names.add(identity.getPrincipal().getName().toLowerCase(Locale.ROOT));
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            for (var claim : List.of("sub", "email")) {
                if (token.getClaim(claim) instanceof String name) {
                    names.add(name.toLowerCase(Locale.ROOT));
                }
            }
        }
        return names;
    }
}
