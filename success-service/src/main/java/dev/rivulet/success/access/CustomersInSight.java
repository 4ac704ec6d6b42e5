package dev.rivulet.success.access;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Keeps callers from everything under the path of a customer they may not see, whichever feature answers there. */
public class CustomersInSight {

    private static final Pattern OF_CUSTOMER =
            Pattern.compile("/?customers/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})(?:/.*)?");

    private final Portfolio portfolio;

    CustomersInSight(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    /** After authentication and the roles, before the operation. */
    @ServerRequestFilter(priority = Priorities.USER)
    public void check(ContainerRequestContext request) {
        var path = OF_CUSTOMER.matcher(request.getUriInfo().getPath());
        if (path.matches()) {
            portfolio.require(UUID.fromString(path.group(1)));
        }
    }
}
