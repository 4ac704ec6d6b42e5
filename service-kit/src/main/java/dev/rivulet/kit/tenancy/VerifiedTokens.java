package dev.rivulet.kit.tenancy;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.quarkus.vertx.http.runtime.security.SecurityHandlerPriorities;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Takes a token that was verified less than a minute ago for what it was found to be: its signature costs more to check
 * than most reads. Only tokens that passed every check are kept, and none beyond its expiry; a key withdrawn by the
 * provider is honoured for that minute at most.
 */
@Singleton
public class VerifiedTokens implements HttpAuthenticationMechanism {

    private static final int MOST = 2_000;
    private static final long KEPT_MILLIS = 60_000;

    private static final Uni<HttpCredentialTransport> BEARER =
            Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "Bearer"));

    private record Verified(SecurityIdentity identity, long until) {}

    private final OidcAuthenticationMechanism oidc;
    private final Map<String, Verified> kept = new ConcurrentHashMap<>();

    VerifiedTokens(OidcAuthenticationMechanism oidc) {
        this.oidc = oidc;
    }

    /**
     * Resources answer for their own failures. With the HTTP server's handler still there, the framework puts another
     * in its place, and for that one matches the path of every request against all resources beforehand.
     */
    void install(@Observes Filters filters) {
        filters.register(VerifiedTokens::leaveFailures, SecurityHandlerPriorities.AUTHENTICATION);
    }

    private static void leaveFailures(RoutingContext context) {
        context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        context.next();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return oidc.authenticate(context, providers);
        }
        var found = kept.get(header);
        return found != null && System.currentTimeMillis() < found.until()
                ? Uni.createFrom().item(found.identity())
                : oidc.authenticate(context, providers).invoke(identity -> keep(header, identity));
    }

    private void keep(String header, @Nullable SecurityIdentity identity) {
        if (identity == null || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return;
        }
        var now = System.currentTimeMillis();
        if (kept.size() >= MOST) {
            kept.values().removeIf(verified -> verified.until() <= now);
        }
        if (kept.size() < MOST) {
            kept.put(
                    header,
                    new Verified(
                            ofNoRequest(identity), Math.min(now + KEPT_MILLIS, token.getExpirationTime() * 1_000)));
        }
    }

    /** The same without the request it came with, which must not live on. */
    private static SecurityIdentity ofNoRequest(SecurityIdentity identity) {
        var copy = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addRoles(identity.getRoles());
        identity.getAttributes().forEach((name, value) -> {
            if (!(value instanceof RoutingContext)) {
                copy.addAttribute(name, value);
            }
        });
        return copy.build();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return oidc.getChallenge(context);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return BEARER;
    }

    @Override
    public int getPriority() {
        return oidc.getPriority() + 1;
    }
}
