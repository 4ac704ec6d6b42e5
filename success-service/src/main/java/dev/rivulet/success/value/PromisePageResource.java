package dev.rivulet.success.value;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.page.HostedPages;
import dev.rivulet.success.page.PageLanguage;
import dev.rivulet.success.page.PageToken;
import dev.rivulet.success.value.PromiseLinks.Shown;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The page behind a link, for customers without an account: the link is the authority, and names the tenant. Reading it
 * changes nothing. It is no part of the API's contract.
 */
@Path("/" + PromiseLinks.PAGE + "/{token}")
@RunOnVirtualThread
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class PromisePageResource {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 2_000;

    private final PromiseLinks links;
    private final HostedPages pages;
    private final Tenants tenants;

    PromisePageResource(PromiseLinks links, HostedPages pages, Tenants tenants) {
        this.links = links;
        this.pages = pages;
        this.tenants = tenants;
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<String> show(
            @PathParam("token") String text, @HeaderParam("Accept-Language") @Nullable String accepted) {
        var language = PageLanguage.of(accepted);
        var token = PageToken.read(text).orElse(null);
        var shown = token == null ? new Shown.Unknown() : tenants.as(token.tenant(), () -> links.show(token));
        return shown instanceof Shown.Question question
                ? ask(200, question, language, new Given(null, null), null)
                : say(200, shown, language);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<String> decide(
            @PathParam("token") String text,
            @HeaderParam("Accept-Language") @Nullable String accepted,
            @FormParam("action") @Nullable String action,
            @FormParam("name") @Nullable String name,
            @FormParam("reason") @Nullable String reason) {
        var language = PageLanguage.of(accepted);
        var token = PageToken.read(text).orElse(null);
        return token == null
                ? say(404, new Shown.Unknown(), language)
                : tenants.as(
                        token.tenant(),
                        () -> decided(token, "contest".equals(action), new Given(name, reason), language));
    }

    /** What came with the form; PostgreSQL cannot hold NUL in a text. */
    private record Given(@Nullable String name, @Nullable String reason) {

        String cleanName() {
            return clean(name);
        }

        String cleanReason() {
            return clean(reason);
        }

        private static String clean(@Nullable String text) {
            return text == null ? "" : text.replace("\0", "").strip();
        }

        /** The name of the text that says what is wrong, or null. */
        @Nullable
        String fault(boolean contests) {
            if (cleanName().isEmpty()) {
                return "name.missing";
            }
            if (contests && cleanReason().isEmpty()) {
                return "reason.missing";
            }
            return cleanName().length() > LONGEST_NAME || cleanReason().length() > LONGEST_REASON ? "text.long" : null;
        }
    }

    private RestResponse<String> decided(PageToken token, boolean contests, Given given, PageLanguage language) {
        var shown = links.show(token);
        if (!(shown instanceof Shown.Question question)) {
            return say(409, shown, language);
        }
        var fault = given.fault(contests);
        if (fault != null) {
            return ask(400, question, language, given, fault);
        }
        var before = contests
                ? links.contest(token, given.cleanName(), given.cleanReason())
                : links.confirm(token, given.cleanName());
        return before instanceof Shown.Question ? pages.say(200, "thanks", language) : say(409, before, language);
    }

    /** A page that was never there or is no more is that for every method. */
    private RestResponse<String> say(int status, Shown shown, PageLanguage language) {
        return switch (shown) {
            case Shown.Decided _ -> pages.say(status, "decided", language);
            case Shown.Expired _ -> pages.say(410, "expired", language);
            case Shown.Unknown _ -> pages.say(404, "unknown", language);
            case Shown.Question _ -> throw new IllegalStateException("the question still waits");
        };
    }

    private RestResponse<String> ask(
            int status, Shown.Question question, PageLanguage language, Given given, @Nullable String error) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("metric", question.metric());
        values.put("unit", question.unit());
        values.put("baseline", question.baseline());
        values.put("target", question.target());
        values.put("measured", question.measured());
        values.put("measuredOn", question.measuredOn());
        values.put("name", given.cleanName());
        values.put("reason", given.cleanReason());
        values.put("error", error == null ? "" : pages.texts(language).get(error));
        return pages.show(status, "promise", language, values);
    }
}
