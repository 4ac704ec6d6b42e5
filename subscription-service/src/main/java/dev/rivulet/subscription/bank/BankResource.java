package dev.rivulet.subscription.bank;

import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Bank statements and what they brought. */
@Path("")
@Tag(name = "Bank statements", description = "Money that came in at the bank, and whose it is")
@RunOnVirtualThread
@RolesAllowed({Roles.BILLING, Roles.ADMIN})
public class BankResource {

    private final Statements statements;

    BankResource(Statements statements) {
        this.statements = statements;
    }

    @POST
    @Path("/bank-statements")
    @Idempotent
    @Consumes("text/csv")
    @Operation(
            operationId = "importBankStatement",
            summary = "Import a bank statement",
            description = "CSV in UTF-8, with commas or semicolons and the columns `reference`, `booked_on`, `amount`"
                    + " (negative for money that went out), `currency`, `remittance` and, where they are known,"
                    + " `payer_name` and `reversal` (`true` for what takes back an entry before); or ISO 20022 camt.053"
                    + " (versions 02 to 08) as application/xml. An entry counts once by the bank's reference and its"
                    + " place among those the statement calls alike, however often the statement comes. What names"
                    + " invoices of one customer, by number (INV-000001) or creditor reference (RF…), pays them and"
                    + " then the customer's others, the rest goes to the customer's balance. All else waits at"
                    + " `/bank-entries`: what names nothing clearly, a batch whose parts do not add up, what was sent"
                    + " back or taken back, and what has the bank's reference, day and amount of an entry before. 400"
                    + " statement-column-missing, statement-row-invalid, statement-malformed, statement-empty.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = "text/csv",
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        examples =
                                @ExampleObject(
                                        name = "one transfer",
                                        value = "reference,booked_on,amount,currency,payer_name,remittance\n"
                                                + "2026-01-20/000417,2026-01-20,49.00,EUR,Northwind,INV-000001"))
            })
    @APIResponse(
            responseCode = "201",
            description = "Imported",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StatementView.class)),
            headers = @Header(name = "Location", description = "Entries", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<StatementView> csv(@NotNull File body) throws IOException {
        return Answer.created(statements.take("CSV", CsvStatement.read(text(body))), "/bank-entries");
    }

    @POST
    @Path("/bank-statements")
    @Idempotent
    @Consumes(MediaType.APPLICATION_XML)
    @Operation(hidden = true)
    public RestResponse<StatementView> camt(@NotNull File body) throws IOException {
        try (var document = new FileInputStream(body)) {
            return Answer.created(statements.take("CAMT_053", CamtStatement.read(document)), "/bank-entries");
        }
    }

    private static String text(File body) throws IOException {
        try {
            var text = Files.readString(body.toPath());
            if (text.indexOf('\0') >= 0) {
                throw Rejected.invalid("text-invalid", "");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw Rejected.invalid("statement-malformed", "", "UTF-8");
        }
    }

    @GET
    @Path("/bank-entries")
    @RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.OPS})
    @Operation(
            operationId = "listBankEntries",
            summary = "List money that came in at the bank or was taken back, in the order it was imported",
            description = "With invoices it may be for, by exact amount and payer's name, where nobody knows yet."
                    + " Money taken back waits for a person, who says which payment it was at"
                    + " `/bank-entries/{id}/resolutions`; those it may have been are named.")
    public RestResponse<Page<EntryView>> entries(
            @QueryParam("matched")
                    @Parameter(
                            description = "Only what has, or has not, become a payment or been resolved",
                            example = "false")
                    @Nullable
                    Boolean matched,
            @BeanParam PageRequest page) {
        return page.respond(
                "bank-entries",
                statements.list(matched, page.after("bank-entries"), page.count()),
                entry -> entry,
                EntryView::id);
    }

    @POST
    @Path("/bank-entries/{id}/matches")
    @Idempotent
    @Operation(
            operationId = "matchBankEntry",
            summary = "Say whose money it is",
            description =
                    "It becomes a payment of that customer. 409 entry-matched, entry-returned; 422 account-unknown,"
                            + " invoice-unknown, currency-mismatch.")
    @APIResponse(
            responseCode = "201",
            description = "Matched",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EntryView.class)),
            headers =
                    @Header(name = "Location", description = "The payment", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<EntryView> match(
            @PathParam("id") @Parameter(description = "The entry", example = "0197a3f3-406b-7f13-8d96-ae5e4fbf8c12")
                    UUID id,
            @Valid @NotNull MatchRequest request) {
        var entry = statements.match(id, request);
        return Answer.created(entry, "/payments/" + entry.paymentId());
    }

    @POST
    @Path("/bank-entries/{id}/resolutions")
    @Idempotent
    @Operation(
            operationId = "resolveBankEntry",
            summary = "Say what was done about money taken back",
            description =
                    "It waits no longer. With the payment that it was, so much of that is taken back at once, by a"
                            + " dispute that is lost: what it paid last is due again. Without one the books hear of it by a"
                            + " dispute recorded apart (`/payments/{id}/disputes`). 409 entry-not-returned, entry-resolved,"
                            + " payment-not-succeeded; 422 payment-unknown, currency-mismatch, refund-exceeds-payment at the"
                            + " payment.")
    @APIResponse(
            responseCode = "200",
            description = "Resolved",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EntryView.class)))
    public RestResponse<EntryView> resolve(
            @PathParam("id") @Parameter(description = "The entry", example = "0197a3f3-406b-7f13-8d96-ae5e4fbf8c12")
                    UUID id,
            @Valid @NotNull ResolutionRequest request) {
        return RestResponse.ok(statements.resolve(id, request));
    }
}
