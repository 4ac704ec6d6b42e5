package dev.rivulet.success.score;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The Customer Score. */
@Path("/customers")
@Tag(name = "Score", description = "One number from all that is known of a customer, explained")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class ScoreResource {

    private final Scores scores;

    ScoreResource(Scores scores) {
        this.scores = scores;
    }

    /** Recomputed with every change of an input, and daily. */
    @GET
    @Path("/{id}/score")
    @Operation(
            operationId = "getScore",
            summary = "A customer's score, explained",
            description = "The weighted mean of the components that are known. Missing is not zero: the weight of a"
                    + " missing component goes to the others, and the coverage tells how much was known. Below the"
                    + " minimum coverage the score is null, with the reason.")
    public ScoreView score(@PathParam("id") UUID id) {
        return scores.get(id);
    }
}
