package dev.rivulet.kit.tenancy;

import dev.rivulet.kit.problem.Rejected;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.Priorities;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A token that names no tenant is good for nothing here. */
public class TenantRequired {

    private final SecurityIdentity identity;

    TenantRequired(SecurityIdentity identity) {
        this.identity = identity;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void check() {
        if (!identity.isAnonymous() && Tenants.tokenTenant() == null) {
            throw Rejected.forbidden("tenant-missing");
        }
    }
}
