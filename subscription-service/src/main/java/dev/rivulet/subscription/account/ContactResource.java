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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** People at customers. */
@Path("/accounts/{id}/contacts")
@Tag(name = "Contacts", description = "People at customers, with what they do there; personal data")
@RunOnVirtualThread
@RolesAllowed({Roles.SALES, Roles.SUCCESS, Roles.BILLING, Roles.ADMIN})
public class ContactResource {

    private static final String ACCOUNT = "0197a3f1-0d3e-7a10-8d74-8b3b2e8d9c03";
    private static final String CONTACT = "0197a3f1-1e4f-7b11-8e85-9c4c3f9e0d14";

    private final Contacts contacts;
    private final AccountRepository accounts;
    private final ContactRepository repository;

    ContactResource(Contacts contacts, AccountRepository accounts, ContactRepository repository) {
        this.contacts = contacts;
        this.accounts = accounts;
        this.repository = repository;
    }

    @POST
    @Idempotent
    @Operation(
            operationId = "addContact",
            summary = "Add a person",
            description = "400 email-invalid or locale-invalid at the field.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ContactView.class)),
            headers = @Header(name = "ETag", description = "Its version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<ContactView> add(
            @PathParam("id") @Parameter(description = "The account", example = ACCOUNT) UUID account,
            @Valid @NotNull ContactRequest request) {
        var contact = contacts.add(account, request);
        return Answer.created(contact, "/accounts/" + account + "/contacts/" + contact.id(), contact.version());
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listContacts",
            summary = "List the people of an account",
            description = "Page by page; nextCursor and the Link header lead on.")
    public RestResponse<Page<ContactView>> list(
            @PathParam("id") @Parameter(description = "The account", example = ACCOUNT) UUID account,
            @BeanParam PageRequest page) {
        accounts.get(account);
        return page.respond(
                "contacts",
                repository.list(account, page.after("contacts"), page.count()),
                ContactView::of,
                contact -> contact.id);
    }

    @PATCH
    @Path("/{contactId}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Operation(
            operationId = "changeContact",
            summary = "Change a person",
            description = "If-Match as the list told the version.")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            headers =
                    @Header(name = "ETag", description = "Its new version", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<ContactView> change(
            @PathParam("id") @Parameter(description = "The account", example = ACCOUNT) UUID account,
            @PathParam("contactId") @Parameter(description = "The person", example = CONTACT) UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the change was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @NotNull
                    @RequestBody(
                            description = "JSON Merge Patch of a ContactRequest: only what changes",
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = ContactRequest.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "promotion",
                                                            value = "{\"function\":\"CEO\"}")))
                    JsonNode patch) {
        var contact = contacts.change(account, id, ifMatch, patch);
        return Answer.ok(contact, contact.version());
    }

    @DELETE
    @Path("/{contactId}")
    @Operation(operationId = "removeContact", summary = "Forget a person", description = "Nothing of them is kept.")
    @APIResponse(responseCode = "204", description = "Gone")
    public void remove(
            @PathParam("id") @Parameter(description = "The account", example = ACCOUNT) UUID account,
            @PathParam("contactId") @Parameter(description = "The person", example = CONTACT) UUID id,
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the decision was made on", example = "\"0\"")
                    @Nullable
                    String ifMatch) {
        contacts.remove(account, id, ifMatch);
    }
}
