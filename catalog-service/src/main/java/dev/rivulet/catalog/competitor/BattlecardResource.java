package dev.rivulet.catalog.competitor;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Battlecards over HTTP. */
@Path("/battlecards")
@Tag(name = "Competitors", description = "What the customer could do instead, and what to say about it")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class BattlecardResource {

    private static final String LIST = "battlecards";
    private static final String EXAMPLE = """
            {"competitorId":"019b2f70-44d0-7b1e-9a77-5e2f60d1c9b4","productId":"019b2f6e-0b1c-7cc3-98c4-dc0c0c07398f",
             "card":{"strengths":["A large library"],"weaknesses":["Counts minutes watched"],
             "howToWin":["Show the assessment before and after"],"questions":["How do you know it was learned?"]},
             "reviewBy":"2027-03-31"}""";

    private final Battlecards cards;

    BattlecardResource(Battlecards cards) {
        this.cards = cards;
    }

    @POST
    @Idempotent
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "createBattlecard",
            summary = "Add a battlecard",
            description = "One for each competitor and product, else 409 `battlecard-exists`. 422 `competitor-unknown`,"
                    + " `product-unknown`, `review-by-past`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BattlecardRequest.class),
                            examples = @ExampleObject(name = "video-library", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BattlecardView.class)))
    public RestResponse<BattlecardView> create(@Valid @NotNull BattlecardRequest request) {
        var card = cards.add(request);
        return Answer.created(BattlecardView.of(card, cards.today()), "/battlecards/" + card.id, card.version);
    }

    @GET
    @Operation(
            operationId = "listBattlecards",
            summary = "List battlecards",
            description = "In the order they were added, page by page.")
    public RestResponse<Page<BattlecardView>> list(
            @Parameter(description = "Only those of this product") @QueryParam("productId") @Nullable UUID productId,
            @Parameter(description = "Only those on this competitor") @QueryParam("competitorId") @Nullable
                    UUID competitorId,
            @Parameter(description = "OVERDUE: those whose review-by date has passed (UTC)")
                    @QueryParam("status")
                    @Nullable
                    Freshness status,
            @BeanParam PageRequest page) {
        var today = cards.today();
        var found = cards.list(page.after(LIST), page.count(), productId, competitorId, status);
        return page.respond(LIST, found, card -> BattlecardView.of(card, today), card -> card.id);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getBattlecard", summary = "Read a battlecard", description = "With its ETag.")
    public RestResponse<BattlecardView> get(@PathParam("id") UUID id) {
        return answer(cards.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "changeBattlecard",
            summary = "Change what a battlecard says",
            description = "JSON merge patch (RFC 7396): what is left out stays, a list is replaced whole. Its review-by"
                    + " date moves by a review.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = BattlecardChange.class),
                            examples =
                                    @ExampleObject(name = "reword", value = "{\"strengths\":[\"A large library\"]}")))
    public RestResponse<BattlecardView> change(
            @PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull JsonNode patch) {
        return answer(cards.change(id, ifMatch, patch));
    }

    @POST
    @Path("/{id}/reviews")
    @RolesAllowed({SALES, ADMIN})
    @Operation(
            operationId = "reviewBattlecard",
            summary = "Say that a battlecard has been looked at",
            description = "It is to be trusted until the next date. 422 `review-by-past`.")
    @APIResponse(
            responseCode = "200",
            description = "Reviewed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BattlecardView.class)))
    public RestResponse<BattlecardView> review(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull BattlecardReviewRequest request) {
        return answer(cards.review(id, ifMatch, request));
    }

    private RestResponse<BattlecardView> answer(Battlecard card) {
        return Answer.ok(BattlecardView.of(card, cards.today()), card.version);
    }
}
