package dev.rivulet.success.profile;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.success.access.Portfolio;
import dev.rivulet.success.input.CursorValues;
import dev.rivulet.success.touch.TouchState;
import dev.rivulet.success.touch.TouchSubjectView;
import dev.rivulet.success.touch.Touches;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Who is looked after by whom, as far as the caller may see it. */
@Path("/")
@Tag(name = "Touch")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class ManagedCustomersResource {

    private static final String EXAMPLE = "mila.horn@acme.example";

    private final Touches touches;
    private final Portfolio portfolio;

    ManagedCustomersResource(Touches touches, Portfolio portfolio) {
        this.touches = touches;
        this.portfolio = portfolio;
    }

    /** Their portfolio. */
    @GET
    @Path("/managers/{manager}/customers")
    @Operation(
            operationId = "listManagerCustomers",
            summary = "The customers and prospects of a manager",
            description = "By id, those in tech touch too, who take no hours. Page by page.")
    public RestResponse<Page<TouchSubjectView>> customers(
            @PathParam("manager") @Parameter(example = EXAMPLE) String manager, @BeanParam PageRequest page) {
        return page.respond(
                "manager-customers",
                touches.of(seen(), manager, page.after("manager-customers"), page.count()),
                TouchSubjectView::of,
                TouchState::subject);
    }

    /** For whom no manager has the hours. */
    @GET
    @Path("/manager-waiting-list")
    @Operation(
            operationId = "listManagerWaiting",
            summary = "Who waits for a manager",
            description = "Those who are to be looked after by a manager while none has the hours, the longest waiting"
                    + " first. Page by page.")
    public RestResponse<Page<TouchSubjectView>> waiting(@BeanParam PageRequest page) {
        var place = page.place("manager-waiting-list");
        var last = place == null ? null : CursorValues.of(place, 2);
        return page.respondAt(
                "manager-waiting-list",
                touches.waiting(
                        seen(), last == null ? null : last.time(0), last == null ? null : last.id(1), page.count()),
                TouchSubjectView::of,
                state -> List.of(String.valueOf(state.waitingSince()), state.subject()));
    }

    private @Nullable Collection<UUID> seen() {
        return portfolio.accounts().orElse(null);
    }
}
