package dev.rivulet.subscription.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.MergePatch;
import dev.rivulet.kit.rest.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
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

/** Customers who pay. */
@Path("/accounts")
@Tag(name = "Accounts", description = "Customers: who pays for whom, when they are invoiced, how they are taxed")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN, Roles.OPS})
public class AccountResource {

    private final Accounts accounts;
    private final AccountRepository repository;

    AccountResource(Accounts accounts, AccountRepository repository) {
        this.accounts = accounts;
        this.repository = repository;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.SALES, Roles.ADMIN})
    @Operation(
            operationId = "openAccount",
            summary = "Open an account",
            description = "The zone decides which day it is for the account: when its periods begin and invoices fall"
                    + " due. Rolled up to the account above, that one pays. 400 zone-unknown, currency-unknown or"
                    + " email-invalid at the field, 422 account-unknown, currency-mismatch, roll-up-without-parent or"
                    + " legal-entity-unknown.")
    @APIResponse(
            responseCode = "201",
            description = "Opened",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AccountView.class)),
            headers = {
                @Header(name = "Location", description = "The account", schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<AccountView> open(@Valid @NotNull AccountRequest request) {
        var account = accounts.open(request);
        return Answer.created(account, "/accounts/" + account.id(), account.version());
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listAccounts",
            summary = "List accounts, oldest first",
            description = "Page by page; nextCursor and the Link header lead on.")
    public RestResponse<Page<AccountView>> list(
            @QueryParam("parentId")
                    @Parameter(
                            description = "Only those right below this account",
                            example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c04")
                    @Nullable
                    UUID parentId,
            @QueryParam("payerId")
                    @Parameter(
                            description = "Only those that this account pays for",
                            example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    @Nullable
                    UUID payerId,
            @QueryParam("name") @Parameter(description = "Only with this in their name", example = "north") @Nullable
                    String name,
            @BeanParam PageRequest page) {
        return page.respond(
                "accounts",
                repository.list(parentId, payerId, name, page.after("accounts"), page.count()),
                AccountView::of,
                account -> account.id);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getAccount",
            summary = "Read an account",
            description = "With its ETag, which a change must name.")
    @APIResponse(
            responseCode = "200",
            description = "The account",
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<AccountView> get(
            @PathParam("id") @Parameter(description = "The account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    UUID id) {
        return answer(AccountView.of(repository.get(id)));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({Roles.SALES, Roles.ADMIN})
    @Operation(
            operationId = "changeAccount",
            summary = "Change an account",
            description = "A new zone moves the instants at which coming periods begin, never the days. The currency"
                    + " cannot be changed: 422 currency-fixed. Rolled up to another account, what is pending of it is"
                    + " that one's to pay; 422 parent-cycle when an account would stand above itself.")
    @APIResponse(
            responseCode = "200",
            description = "The changed account",
            headers =
                    @Header(name = "ETag", description = "Its new version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<AccountView> change(
            @PathParam("id") @Parameter(description = "The account", example = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03")
                    UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the change was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @NotNull
                    @RequestBody(
                            description = "JSON Merge Patch of an AccountRequest: only what changes, null removes",
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = AccountRequest.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "move",
                                                            value = "{\"zone\":\"Europe/Lisbon\",\"email\":null}")))
                    JsonNode patch) {
        return answer(accounts.change(id, ifMatch, patch));
    }

    private static RestResponse<AccountView> answer(AccountView account) {
        return Answer.ok(account, account.version());
    }
}
