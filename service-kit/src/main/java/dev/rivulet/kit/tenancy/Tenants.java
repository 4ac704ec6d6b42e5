package dev.rivulet.kit.tenancy;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whose data the running code may touch. In a request it is the token's {@code tenant} claim and nothing else; a
 * consumer or a job states it with {@link #as}.
 */
@Singleton
public class Tenants {

    /** The claim that names the tenant, and the attribute of an identity that holds a valid one. */
    public static final String CLAIM = "tenant";

    /**
     * The scope of the plumbing (relay, clean-up) that handles rows of all tenants. The row-level policies of business
     * tables do not know it, so that in this scope they are empty.
     */
    static final String SYSTEM = "*";

    /** No tenant: every table is empty. */
    static final String NONE = "";

    private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final ScopedValue<String> BOUND = ScopedValue.newInstance();

    /** The current tenant; an error where there is none. */
    public String current() {
        var tenant = currentOrNone();
        if (tenant.equals(NONE) || tenant.equals(SYSTEM)) {
            throw new IllegalStateException("no tenant in scope");
        }
        return tenant;
    }

    static String currentOrNone() {
        if (BOUND.isBound()) {
            return BOUND.get();
        }
        var tenant = tokenTenant();
        return tenant == null ? NONE : tenant;
    }

    static @Nullable String tokenTenant() {
        var container = Arc.container();
        if (container == null || !container.requestContext().isActive()) {
            return null;
        }
        return container
                .instance(CurrentIdentityAssociation.class)
                .get()
                .getIdentity()
                .getAttribute(CLAIM);
    }

    public static boolean isValid(@Nullable String tenant) {
        return tenant != null && VALID.matcher(tenant).matches();
    }

    /** Carries out work for one tenant, named by an event or a schedule. */
    @ActivateRequestContext
    public <T> T as(String tenant, Supplier<T> work) {
        if (!isValid(tenant)) {
            throw new IllegalArgumentException("not a tenant: " + tenant);
        }
        return ScopedValue.where(BOUND, tenant).call(work::get);
    }

    /** Carries out plumbing that handles rows of all tenants. */
    @ActivateRequestContext
    public <T> T asSystem(Supplier<T> work) {
        return ScopedValue.where(BOUND, SYSTEM).call(work::get);
    }
}
