package dev.rivulet.subscription.commission;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.PARTNER;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What partners are owed, month by month. */
@Path("/commission-statements")
@Tag(name = "Commissions", description = "What partners earn by the customers they bring")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS, PARTNER})
public class StatementResource {

    private static final String LIST = "commission-statements";
    private static final String ENTRIES = "commission-statement-entries";

    private final Statements statements;

    StatementResource(Statements statements) {
        this.statements = statements;
    }

    @POST
    @Idempotent
    @RolesAllowed({BILLING, ADMIN})
    @Operation(
            operationId = "draftCommissionStatement",
            summary = "Draw up a partner's statement for a month",
            description =
                    "A draft shows what it would hold now: the month's entries in the currency, and earlier ones that"
                            + " no statement has. 409 statement-exists.")
    @APIResponse(
            responseCode = "201",
            description = "A draft",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StatementView.class)))
    public RestResponse<StatementView> draft(@Valid @NotNull StatementRequest request) {
        var statement = statements.draft(request);
        return Answer.created(statement, "/commission-statements/" + statement.id(), statement.version());
    }

    @GET
    @Operation(
            operationId = "listCommissionStatements",
            summary = "List statements, oldest first",
            description = "Page by page; a partner's token sees its own.")
    public RestResponse<Page<StatementView>> list(
            @QueryParam("partnerId")
                    @Parameter(description = "Only of this partner", example = "019b2f80-1c4d-7e55-9a0b-2f6c1d7e8a90")
                    @Nullable
                    UUID partnerId,
            @QueryParam("status") @Parameter(description = "Only in this status", example = "FINAL") @Nullable
                    StatementStatus status,
            @BeanParam PageRequest page) {
        return page.respond(
                LIST,
                statements.list(partnerId, status, page.after(LIST), page.count()),
                Function.identity(),
                StatementView::id);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCommissionStatement", summary = "Read a statement", description = "With its ETag.")
    public RestResponse<StatementView> get(
            @PathParam("id") @Parameter(description = "The statement", example = "0197a3f8-3c4d-7e5f-9a6b-7c8d9e0f1a03")
                    UUID id) {
        return answer(statements.get(id));
    }

    @POST
    @Path("/{id}/finalizations")
    @RolesAllowed({BILLING, ADMIN})
    @Operation(
            operationId = "finalizeCommissionStatement",
            summary = "Finalize a statement",
            description =
                    "Takes what the draft shows; from now on it never changes, and what is taken back later stands in"
                            + " a later one. 409 statement-final, statement-month-open.")
    @APIResponse(
            responseCode = "200",
            description = "Final",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StatementView.class)))
    public RestResponse<StatementView> finalizeDraft(
            @PathParam("id") @Parameter(description = "The statement", example = "0197a3f8-3c4d-7e5f-9a6b-7c8d9e0f1a03")
                    UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the change was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch) {
        return answer(statements.finalizeDraft(id, ifMatch));
    }

    @GET
    @Path("/{id}/entries")
    @Transactional
    @Operation(
            operationId = "listCommissionStatementEntries",
            summary = "List what stands in a statement",
            description = "Page by page, each entry with its arithmetic.")
    public RestResponse<Page<CommissionEntryView>> entries(
            @PathParam("id") @Parameter(description = "The statement", example = "0197a3f8-3c4d-7e5f-9a6b-7c8d9e0f1a03")
                    UUID id,
            @BeanParam PageRequest page) {
        return page.respond(
                ENTRIES,
                statements.entries(id, page.after(ENTRIES), page.count()),
                CommissionEntryView::of,
                entry -> entry.id);
    }

    @GET
    @Path("/{id}/csv")
    @Produces("text/csv")
    @Operation(
            operationId = "getCommissionStatementCsv",
            summary = "A statement as a table",
            description = "Comma-separated values (RFC 4180) in UTF-8, one row for each entry.")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "head",
                                            value = "earned_on,kind,customer,account_id,subscription_id,product_id,"
                                                    + "invoice_number,invoice_line_id,base,percent,amount,currency,"
                                                    + "rule_id,formula")))
    public RestResponse<String> csv(
            @PathParam("id") @Parameter(description = "The statement", example = "0197a3f8-3c4d-7e5f-9a6b-7c8d9e0f1a03")
                    UUID id) {
        return RestResponse.ok(statements.csv(id), "text/csv; charset=utf-8");
    }

    private static RestResponse<StatementView> answer(StatementView statement) {
        return Answer.ok(statement, statement.version());
    }
}
