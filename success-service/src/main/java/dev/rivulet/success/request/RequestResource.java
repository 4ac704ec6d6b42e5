package dev.rivulet.success.request;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What customers ask for. */
@Path("/requests")
@Tag(name = "Requests", description = "Wishes of customers, merged and ranked by what depends on them")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class RequestResource {

    private static final String ASKERS = "request-accounts";
    private static final String REQUEST = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f80";

    private final Requests requests;
    private final RequestRanking ranking;

    RequestResource(Requests requests, RequestRanking ranking) {
        this.requests = requests;
        this.ranking = ranking;
    }

    /** Of the first wish for it. */
    @POST
    @Idempotent
    @RolesAllowed({SALES, SUCCESS, ADMIN})
    @Operation(
            operationId = "createRequest",
            summary = "Make a request of a customer's wish",
            description = "As OPEN, for the wish's product and feature. 422 feedback-unknown, feedback-no-wish,"
                    + " feedback-taken when it is in a request already.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RequestView.class)))
    public RestResponse<RequestView> create(@Valid @NotNull RequestDraft request) {
        var view = requests.create(request);
        return Answer.created(view, "/requests/" + view.id(), view.version());
    }

    /** Each customer once, however often it asked. */
    @GET
    @Operation(
            operationId = "listRequests",
            summary = "Rank what customers ask for",
            description = "By -mrr those first whose customers are worth most: their monthly recurring revenue as known"
                    + " now, in one currency, each customer once however often it asked; by -accounts those that most"
                    + " ask for; without an order as they were made. Figures are of all customers, whoever asks. 400"
                    + " sort-unknown, currency-needed, currency-unknown.")
    public RestResponse<Page<RequestView>> list(
            @BeanParam RequestFilter filter,
            @Parameter(description = "createdAt, -mrr or -accounts", example = "-mrr") @QueryParam("sort") @Nullable
                    String sort,
            @BeanParam PageRequest page) {
        var order = RequestOrder.of(sort);
        var currency = ranking.currency(filter, order);
        var list = order.list(currency);
        var found = ranking.page(filter, order, currency, page.place(list), page.count());
        return page.respondAt(list, found, RequestRanking.Ranked::view, order::place);
    }

    /** With what depends on it now. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getRequest",
            summary = "Get a request",
            description = "With how many customers ask for it and their monthly recurring revenue as known now, by"
                    + " currency. Times are UTC. The ETag is needed to change it.")
    public RestResponse<RequestView> get(
            @PathParam("id") @Parameter(description = "The request", example = REQUEST) UUID id) {
        return answer(requests.get(id));
    }

    /** As far as the caller may see them. */
    @GET
    @Path("/{id}/accounts")
    @Operation(
            operationId = "listRequestAccounts",
            summary = "List the customers that ask for something",
            description = "In the order of their ids, page by page; those that the caller may see. Their monthly"
                    + " recurring revenue is as known now, in their currency.")
    public RestResponse<Page<AskerView>> accounts(
            @PathParam("id") @Parameter(description = "The request", example = REQUEST) UUID id,
            @BeanParam PageRequest page) {
        var found = requests.askers(id, page.after(ASKERS), page.count());
        return page.respond(ASKERS, found, asker -> asker, AskerView::accountId);
    }

    /** Declined for a reason. */
    @POST
    @Path("/{id}/moves")
    @RolesAllowed({SALES, SUCCESS, ADMIN})
    @Operation(
            operationId = "moveRequest",
            summary = "Decide what becomes of a request",
            description = "OPEN becomes PLANNED, RELEASED or DECLINED; PLANNED these or OPEN again; DECLINED OPEN;"
                    + " RELEASED is the end, and comes by itself with a release that answers one of its wishes. 400"
                    + " reason-needed to decline; 409 request-move, or request-merged where another request stands for"
                    + " it.")
    @APIResponse(
            responseCode = "200",
            description = "Moved",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RequestView.class)))
    public RestResponse<RequestView> move(
            @PathParam("id") @Parameter(description = "The request", example = REQUEST) UUID id,
            @Parameter(description = "The ETag last read", example = "\"0\"") @HeaderParam("If-Match") @Nullable
                    String ifMatch,
            @Valid @NotNull RequestMove move) {
        return answer(requests.move(id, ifMatch, move));
    }

    private static RestResponse<RequestView> answer(RequestView request) {
        return Answer.ok(request, request.version());
    }
}
