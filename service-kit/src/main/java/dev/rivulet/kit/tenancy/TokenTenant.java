package dev.rivulet.kit.tenancy;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.ApplicationScoped;

/** The first of the two scopings: Hibernate adds the tenant to every statement on an entity. */
@PersistenceUnitExtension
@ApplicationScoped
public class TokenTenant implements TenantResolver {

    @Override
    public String getDefaultTenantId() {
        return Tenants.NONE;
    }

    @Override
    public String resolveTenantId() {
        return Tenants.currentOrNone();
    }
}
