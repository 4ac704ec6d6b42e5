package dev.rivulet.success.survey;

import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.success.page.HostedPages;
import dev.rivulet.success.page.PageLanguage;
import dev.rivulet.success.page.PageToken;
import dev.rivulet.success.survey.Answering.Shown;
import dev.rivulet.success.survey.domain.Scale;
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
import java.util.Objects;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The page behind a link, for people without an account: the link is the authority, and names the tenant. Reading it
 * changes nothing, so that programs that follow links in mails do not answer. It is no part of the API's contract.
 */
@Path("/" + Invitations.PAGE + "/{token}")
@RunOnVirtualThread
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class AnswerPageResource {

    private static final int LONGEST = 2_000;
    /** Below every scale. */
    private static final Integer NONE = -1;

    private final Answering answering;
    private final HostedPages pages;
    private final Tenants tenants;

    AnswerPageResource(Answering answering, HostedPages pages, Tenants tenants) {
        this.answering = answering;
        this.pages = pages;
        this.tenants = tenants;
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<String> show(
            @PathParam("token") String text, @HeaderParam("Accept-Language") @Nullable String accepted) {
        var language = PageLanguage.of(accepted);
        var token = PageToken.read(text).orElse(null);
        var shown = token == null ? new Shown.Unknown() : tenants.as(token.tenant(), () -> answering.show(token));
        return shown instanceof Shown.Question question
                ? ask(200, question, language, new Given(null, null), null)
                : say(200, shown, language);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<String> answer(
            @PathParam("token") String text,
            @HeaderParam("Accept-Language") @Nullable String accepted,
            @FormParam("action") @Nullable String action,
            @FormParam("value") @Nullable String value,
            @FormParam("comment") @Nullable String comment) {
        var language = PageLanguage.of(accepted);
        var token = PageToken.read(text).orElse(null);
        if (token == null) {
            return say(404, new Shown.Unknown(), language);
        }
        return tenants.as(
                token.tenant(),
                () -> "dismiss".equals(action)
                        ? dismissed(token, language)
                        : answered(token, language, new Given(value, comment)));
    }

    /** What came with the form. */
    private record Given(@Nullable String value, @Nullable String comment) {

        @Nullable
        Integer on(Scale scale) {
            return IntStream.rangeClosed(scale.min(), scale.max())
                    .boxed()
                    .filter(number -> number.toString().equals(value))
                    .findFirst()
                    .orElse(null);
        }

        boolean isTooLong() {
            return comment != null && comment.length() > LONGEST;
        }

        /** PostgreSQL cannot hold NUL in a text. */
        @Nullable
        String said() {
            var said = comment == null ? "" : comment.replace("\0", "").strip();
            return said.isEmpty() ? null : said;
        }
    }

    private RestResponse<String> dismissed(PageToken token, PageLanguage language) {
        var before = answering.dismiss(token);
        return before instanceof Shown.Question ? pages.say(200, "dismissed", language) : say(409, before, language);
    }

    private RestResponse<String> answered(PageToken token, PageLanguage language, Given given) {
        var shown = answering.show(token);
        if (!(shown instanceof Shown.Question question)) {
            return say(409, shown, language);
        }
        var number = given.on(question.scale());
        if (number == null || given.isTooLong()) {
            return ask(400, question, language, given, number == null ? "value.missing" : "text.long");
        }
        var before = answering.answer(token, number, given.said());
        return before instanceof Shown.Question ? pages.say(200, "thanks", language) : say(409, before, language);
    }

    /** A page that was never there or is no more is that for every method. */
    private RestResponse<String> say(int status, Shown shown, PageLanguage language) {
        return switch (shown) {
            case Shown.Answered _ -> pages.say(status, "answered", language);
            case Shown.Dismissed _ -> pages.say(status, "dismissed", language);
            case Shown.Expired _ -> pages.say(410, "expired", language);
            case Shown.Unknown _ -> pages.say(404, "unknown", language);
            case Shown.Question _ -> throw new IllegalStateException("the question still waits");
        };
    }

    private RestResponse<String> ask(
            int status, Shown.Question question, PageLanguage language, Given given, @Nullable String error) {
        var isRussian = language == PageLanguage.RU;
        var asked = question.questions();
        var prompt = isRussian ? asked.promptRu() : asked.promptEn();
        var scale = question.scale();
        var texts = pages.texts(language);
        var values = new HashMap<String, @Nullable Object>();
        values.put("question", isRussian ? asked.ru() : asked.en());
        values.put("prompt", prompt == null ? texts.get("comment") : prompt);
        values.put(
                "values",
                IntStream.rangeClosed(scale.min(), scale.max()).boxed().toList());
        values.put("chosen", Objects.requireNonNullElse(given.on(question.scale()), NONE));
        values.put("comment", Objects.requireNonNullElse(given.comment(), ""));
        values.put("low", texts.get("ends." + question.kind() + ".low"));
        values.put("high", texts.get("ends." + question.kind() + ".high"));
        values.put("anonymous", question.anonymous());
        values.put("error", error == null ? "" : texts.get(error));
        return pages.show(status, "survey", language, values);
    }
}
