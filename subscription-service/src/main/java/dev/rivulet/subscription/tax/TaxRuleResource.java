package dev.rivulet.subscription.tax;

import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is taxed by which code. */
@Path("/tax-rules")
@Tag(name = "Tax rules", description = "Which plans are taxed by which code, and by which everything else")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class TaxRuleResource {

    private final TaxRules rules;

    TaxRuleResource(TaxRules rules) {
        this.rules = rules;
    }

    @GET
    @Operation(
            operationId = "listTaxRules",
            summary = "List the rules",
            description =
                    "A charge's own code goes before them, then its plan's rule, the account's code, the rule of no"
                            + " plan. What none of them names is not taxed.")
    public List<TaxRuleRequest> list() {
        return rules.all();
    }

    @PUT
    @RolesAllowed({Roles.BILLING, Roles.ADMIN})
    @Operation(
            operationId = "putTaxRules",
            summary = "Replace the rules",
            description = "They hold from the next invoice on. 422 tax-code-unknown or tax-rule-twice at the rule.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = TaxRuleRequest.class),
                            examples = @ExampleObject(name = "one for all", value = "[{\"code\":\"vat\"}]")))
    @APIResponse(responseCode = "200", description = "The rules as they stand now")
    public List<TaxRuleRequest> put(@NotNull List<@Valid @NotNull TaxRuleRequest> replacement) {
        return rules.replace(replacement);
    }
}
