package dev.rivulet.success.access;

import io.quarkus.arc.All;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps callers from everything under the path of a customer they may not see, and of what belongs to one, whichever
 * feature answers there.
 */
public class CustomersInSight {

    private static final String CUSTOMERS = "customers";
    private static final Pattern OF_ONE = Pattern.compile("/?([a-z-]+)/([^/]+)(?:/.*)?", Pattern.DOTALL);

    private final Portfolio portfolio;
    private final Map<String, Belonging> belongings;

    CustomersInSight(Portfolio portfolio, @All List<Belonging> belongings) {
        this.portfolio = portfolio;
        this.belongings = belongings.stream().collect(Collectors.toMap(Belonging::segment, Function.identity()));
    }

    /** After authentication and the roles, before the operation. */
    @ServerRequestFilter(priority = Priorities.USER)
    public void check(ContainerRequestContext request) {
        var path = OF_ONE.matcher(request.getUriInfo().getPath());
        var id = path.matches() ? id(path.group(2)) : null;
        if (id == null) {
            return;
        }
        var kind = belongings.get(path.group(1));
        if (path.group(1).equals(CUSTOMERS)) {
            portfolio.require(id);
        } else if (kind != null) {
            portfolio.require(kind, id);
        }
    }

    /** As operations read it, which is not in one form only: leading zeros may be missing. Null for what is no id. */
    private static @Nullable UUID id(String segment) {
        try {
            return UUID.fromString(segment);
        } catch (IllegalArgumentException other) {
            return null;
        }
    }
}
