package dev.rivulet.catalog.linter;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.catalog.linter.domain.Field;
import dev.rivulet.catalog.linter.domain.Place;
import dev.rivulet.catalog.linter.domain.Severity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The linter over HTTP, for texts that are not saved. */
@Path("/")
@Tag(name = "Linter", description = "What a proposition should not say: rules are data")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class LintResource {

    private final Linting linting;
    private final BuiltInRules builtIn;

    LintResource(Linting linting, BuiltInRules builtIn) {
        this.linting = linting;
        this.builtIn = builtIn;
    }

    /** What was found; empty when there is nothing to say. */
    @Schema(name = "LintFindings")
    record Found(List<FindingView> findings) {}

    /** A rule every tenant has. */
    @Schema(name = "BuiltInLintRule")
    record RuleView(
            @Schema(examples = "jargon") String code,
            Severity severity,
            Place place,
            Set<Field> fields,
            @Schema(examples = "[\"HR_HEAD\"]") List<String> functions,
            boolean unlessProven,
            @Schema(examples = "[\"market leader\"]") List<String> phrases,

            @Schema(
                    examples = "[\"for every team lead\"]",
                    description = "Phrases whose words are not met: they say something else")
            List<String> except,

            @Schema(description = "Whether it is met also by a text that no segment may have because it means everyone")
            boolean everyone,

            @Schema(
                    examples = "Say what changes for the customer, and by how much.",
                    description = "What to write instead, in the language asked for")
            String advice) {}

    @POST
    @Path("proposition-lints")
    @Operation(
            operationId = "lintProposition",
            summary = "Look at texts before they are saved",
            description = "Nothing is kept. Findings point at their texts, errors first; advice is in English or"
                    + " Russian by Accept-Language.")
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Found.class)))
    public Found lint(@Valid @NotNull PitchRequest request, @HeaderParam("Accept-Language") @Nullable String language) {
        return new Found(FindingView.of(linting.lint(request.pitch()), Language.of(language, Language.EN)));
    }

    @GET
    @Path("built-in-lint-rules")
    @Operation(
            operationId = "listBuiltInLintRules",
            summary = "List the rules every tenant has",
            description = "All of them; a tenant's own rule of the same code stands in for one.")
    public List<RuleView> builtIn(@HeaderParam("Accept-Language") @Nullable String language) {
        var wanted = Language.of(language, Language.EN).code();
        return builtIn.written().stream()
                .map(rule -> new RuleView(
                        rule.code(),
                        rule.severity(),
                        rule.place(),
                        rule.fields(),
                        rule.functions(),
                        rule.unlessProven(),
                        rule.phrases(),
                        rule.except(),
                        rule.everyone(),
                        Objects.requireNonNull(rule.advice().get(wanted))))
                .toList();
    }
}
