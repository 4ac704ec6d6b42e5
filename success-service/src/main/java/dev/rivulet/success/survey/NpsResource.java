package dev.rivulet.success.survey;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The Net Promoter Score. */
@Path("/metrics/nps")
@Tag(name = "Metrics", description = "Figures over all customers")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class NpsResource {

    private final Surveys surveys;

    NpsResource(Surveys surveys) {
        this.surveys = surveys;
    }

    /** Over every answer of the tenant. */
    @GET
    @Operation(
            operationId = "getNps",
            summary = "Net Promoter Score over all answers",
            description = "Promoters answered 9 or 10, detractors 0 to 6. Without answers the figures are null, with"
                    + " the reason.")
    public NpsView nps() {
        return surveys.nps();
    }
}
