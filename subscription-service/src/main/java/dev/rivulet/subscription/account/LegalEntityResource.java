package dev.rivulet.subscription.account;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who sells. */
@Path("/legal-entities/{key}")
@Tag(name = "Legal entities", description = "The sellers that invoices are from, each with numbers of its own")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class LegalEntityResource {

    private final LegalEntities entities;

    LegalEntityResource(LegalEntities entities) {
        this.entities = entities;
    }

    @GET
    @Operation(
            operationId = "getLegalEntity",
            summary = "Read a seller",
            description = "As coming renderings of its invoices show it.")
    public LegalEntity get(@PathParam("key") @Parameter(description = "The seller", example = "main") String key) {
        return entities.find(key).orElseThrow(() -> Rejected.notFound("legal entity", key));
    }

    @PUT
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "putLegalEntity",
            summary = "Set a seller up, or change how it is shown",
            description = "The one named main is every account's until the account names another.")
    @APIResponse(responseCode = "200", description = "As it stands now")
    public LegalEntity put(
            @PathParam("key")
                    @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,29}", message = "{key-invalid}")
                    @Parameter(description = "The seller", example = "main")
                    String key,
            @Valid @NotNull LegalEntity entity) {
        entities.put(key, entity);
        return entity;
    }
}
