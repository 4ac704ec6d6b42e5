package dev.rivulet.kit.tenancy;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Reads the tenant out of a token once, where it is verified. A request asks for it several times, and a token looks for
 * a claim that is not one of the standard's by throwing and catching an exception.
 */
@Singleton
public class TenantOfToken implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        var tenant = identity.getPrincipal() instanceof JsonWebToken token ? token.getClaim(Tenants.CLAIM) : null;
        if (!(tenant instanceof String name) || !Tenants.isValid(name)) {
            return Uni.createFrom().item(identity);
        }
        var builder = QuarkusSecurityIdentity.builder(identity).addAttribute(Tenants.CLAIM, name);
        return Uni.createFrom().item(builder.build());
    }
}
