package dev.rivulet.success.message;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.page.HostedPages;
import dev.rivulet.success.page.PageLanguage;
import dev.rivulet.success.page.PageToken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The page behind the link in each message, for people without an account: the link is the authority, and names the
 * tenant. Reading it changes nothing, so that programs that follow links do not unsubscribe anybody; posting to it does,
 * as RFC 8058 has mail programs do. It is no part of the API's contract.
 */
@Path("/" + Messages.PAGE + "/{token}")
@RunOnVirtualThread
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class UnsubscribePageResource {

    private final SettingsTable settings;
    private final HostedPages pages;
    private final TenantClock clock;
    private final Tenants tenants;

    UnsubscribePageResource(SettingsTable settings, HostedPages pages, TenantClock clock, Tenants tenants) {
        this.settings = settings;
        this.pages = pages;
        this.clock = clock;
        this.tenants = tenants;
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<String> show(
            @PathParam("token") String text, @HeaderParam("Accept-Language") @Nullable String accepted) {
        var language = PageLanguage.of(accepted);
        return recipient(text).isPresent()
                ? pages.show(200, "unsubscribe", language, Map.of())
                : pages.say(404, "unknown", language);
    }

    /** As often as one likes. */
    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Operation(hidden = true)
    public RestResponse<String> unsubscribe(
            @PathParam("token") String text, @HeaderParam("Accept-Language") @Nullable String accepted) {
        var language = PageLanguage.of(accepted);
        var token = PageToken.read(text).orElse(null);
        var recipient = recipient(text).orElse(null);
        if (token == null || recipient == null) {
            return pages.say(404, "unknown", language);
        }
        tenants.as(
                token.tenant(),
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    settings.optOut(recipient, clock.now());
                    return true;
                }));
        return pages.say(200, "unsubscribed", language);
    }

    private Optional<String> recipient(String text) {
        return PageToken.read(text)
                .flatMap(token -> tenants.as(token.tenant(), () -> settings.recipient(token.hash())));
    }
}
