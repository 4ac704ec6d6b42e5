package dev.rivulet.success.message;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.idempotency.Idempotent;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.rest.Answer;
import dev.rivulet.kit.rest.MergePatch;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Messages to people at customers. They hold personal data: operators do not see them. */
@Path("/")
@Tag(name = "Messages", description = "What is written to people at customers, when, and what became of it")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, ADMIN})
public class MessageResource {

    private static final String EXAMPLE = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60";

    private final MessageDesk desk;
    private final MessageTable table;
    private final SettingsTable settings;

    MessageResource(MessageDesk desk, MessageTable table, SettingsTable settings) {
        this.desk = desk;
        this.table = table;
        this.settings = settings;
    }

    /** The delivery log. */
    @GET
    @Path("/messages")
    @Operation(
            operationId = "listMessages",
            summary = "List messages and what became of them",
            description = "Oldest first, page by page.")
    public RestResponse<Page<MessageView>> list(
            @QueryParam("accountId")
                    @Parameter(description = "Only those to people of this customer", example = EXAMPLE)
                    @Nullable
                    UUID accountId,
            @QueryParam("status") @Parameter(description = "Only those in this state", example = "FAILED") @Nullable
                    MessageStatus status,
            @BeanParam PageRequest page) {
        return page.respond(
                "messages",
                table.page(accountId, status, page.after("messages"), page.count()),
                message -> message,
                MessageView::id);
    }

    /** One message. */
    @GET
    @Path("/messages/{id}")
    @Operation(
            operationId = "getMessage",
            summary = "Read a message and what became of it",
            description = "As it was, or will be, sent, but for the link to a survey, which is the person's alone.")
    public MessageView get(@PathParam("id") @Parameter(example = EXAMPLE) UUID id) {
        return desk.get(id);
    }

    /** By hand. */
    @POST
    @Path("/messages")
    @Idempotent
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "sendMessage",
            summary = "Send a message to a person at a customer",
            description =
                    "As soon as the quiet hours where they are and the tenant's limit allow, within seven days; not to"
                            + " who wants none. 422 account-unknown, template-unknown; 400 zone-unknown.")
    @APIResponse(
            responseCode = "201",
            description = "To be sent",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MessageView.class)))
    public RestResponse<MessageView> send(@Valid @NotNull MessageRequest request) {
        var message = desk.send(request);
        return Answer.created(message, "/messages/" + message.id());
    }

    /** The tenant's own, else the product's. */
    @GET
    @Path("/message-templates/{key}/{language}")
    @Operation(
            operationId = "getMessageTemplate",
            summary = "Read a template of messages",
            description = "The tenant's own, else that of the product: welcome, first-steps,"
                    + " under-way, how-it-goes, survey-invitation.")
    public TemplateView template(
            @PathParam("key") @Parameter(example = "welcome") String key,
            @PathParam("language") @Parameter(example = "en") String language) {
        return desk.template(key, language);
    }

    /** For messages from now on. */
    @PUT
    @Path("/message-templates/{key}/{language}")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "putMessageTemplate",
            summary = "Write a template of messages",
            description = "A new one, or instead of the product's; for messages from now on. 400 template-malformed,"
                    + " key-format.")
    public TemplateView write(
            @PathParam("key") @Parameter(example = "welcome") String key,
            @PathParam("language") @Parameter(example = "en") String language,
            @Valid @NotNull TemplateRequest request) {
        return desk.write(key, language, request);
    }

    /** The product's counts again. */
    @DELETE
    @Path("/message-templates/{key}/{language}")
    @RolesAllowed({SUCCESS, ADMIN})
    @Operation(
            operationId = "deleteMessageTemplate",
            summary = "Remove a template of the tenant's own",
            description = "The product's, where there is one, counts again.")
    @APIResponse(responseCode = "204", description = "Removed")
    public RestResponse<Void> remove(
            @PathParam("key") @Parameter(example = "welcome") String key,
            @PathParam("language") @Parameter(example = "en") String language) {
        desk.remove(key, language);
        return RestResponse.noContent();
    }

    /** As usual, unless decided. */
    @GET
    @Path("/message-settings")
    @Operation(
            operationId = "getMessageSettings",
            summary = "When, how often and by which way people are written to",
            description = "The ETag is needed to change it.")
    public RestResponse<SettingsView> settings() {
        var now = settings.settings();
        return Answer.ok(SettingsView.of(now, null), now.version());
    }

    /** A URL gets a secret of its own. */
    @PATCH
    @Path("/message-settings")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed(ADMIN)
    @Operation(
            operationId = "changeMessageSettings",
            summary = "Change when, how often and by which way people are written to",
            description =
                    "Holds for what waits, too. The answer to a new URL shows the secret that its requests are signed"
                            + " with, once. 400 webhook-url-refused.")
    public RestResponse<SettingsView> change(
            @HeaderParam("If-Match")
                    @Parameter(description = "ETag of the version the change was decided on", example = "\"0\"")
                    @Nullable
                    String ifMatch,
            @NotNull
                    @RequestBody(
                            description = "JSON Merge Patch of a MessageSettingsRequest: only what changes",
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = SettingsRequest.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "earlier",
                                                            value = "{\"quietFrom\":\"19:00\"}")))
                    JsonNode patch) {
        var changed = desk.change(ifMatch, patch);
        return Answer.ok(changed, changed.version());
    }
}
