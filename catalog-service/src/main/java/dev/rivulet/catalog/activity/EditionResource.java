package dev.rivulet.catalog.activity;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.catalog.activity.domain.EditionDiff;
import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.kit.rest.Answer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Editions of activity codes over HTTP. */
@Path("/activity-editions")
@Tag(name = "Activity codes", description = "Schemes of economic activities (OKVED 2, NACE …) by edition")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class EditionResource {

    private static final String LIST = "activity-editions";

    private final Editions editions;

    EditionResource(Editions editions) {
        this.editions = editions;
    }

    @GET
    @Operation(
            operationId = "listActivityEditions",
            summary = "List editions",
            description = "In the order they were first imported, page by page.")
    public RestResponse<Page<EditionView>> list(@BeanParam PageRequest page) {
        var found = editions.list(page.after(LIST), page.count());
        return page.respond(LIST, found, EditionView::of, edition -> edition.id);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getActivityEdition", summary = "Read an edition", description = "With its ETag.")
    public RestResponse<EditionView> get(@PathParam("id") UUID id) {
        var edition = editions.get(id);
        return Answer.ok(EditionView.of(edition), edition.version);
    }

    @GET
    @Path("/{id}/codes")
    @Operation(
            operationId = "listActivityCodes",
            summary = "List the codes of an edition",
            description = "In the order of the codes, page by page.")
    public RestResponse<Page<CodeView>> codes(
            @PathParam("id") UUID id,
            @Parameter(description = "Only this code and those under it, or those of this section", example = "47.91")
                    @QueryParam("under")
                    @Nullable
                    String under,
            @BeanParam PageRequest page) {
        var list = "activity-codes " + id;
        var found = editions.codes(id, behind(page.place(list)), under, page.count());
        return page.respondAt(list, found, code -> code, code -> List.of(code.code()));
    }

    @GET
    @Path("/{id}/codes/{code}")
    @Operation(operationId = "getActivityCode", summary = "Read a code", description = "As the edition has it.")
    public CodeView code(@PathParam("id") UUID id, @PathParam("code") String code) {
        return editions.code(id, code);
    }

    @GET
    @Path("/{id}/diff/{other}")
    @Operation(
            operationId = "diffActivityEditions",
            summary = "Compare two editions",
            description =
                    "What the other edition changes: codes added, removed, renamed, and moved, that is with another"
                            + " parent or, of a name that is unique, with another code. In the order of the codes, page by page;"
                            + " 422 `activity-scheme-differs` for editions of two schemes.")
    public RestResponse<Page<ChangeView>> diff(
            @PathParam("id") UUID id,
            @PathParam("other") UUID other,
            @Parameter(description = "Only changes of this kind") @QueryParam("kind") EditionDiff.@Nullable Kind kind,
            @BeanParam PageRequest page) {
        var list = String.join(" ", "activity-diff", id.toString(), other.toString());
        var last = behind(page.place(list));
        var found = editions.diff(id, other, kind).stream()
                .filter(change -> place(change).compareTo(last) > 0)
                .limit(page.count())
                .toList();
        return page.respondAt(list, found, ChangeView::of, change -> List.of(place(change)));
    }

    /** A code and the kind of its change, in their order. */
    private static String place(EditionDiff.Change change) {
        return change.code() + " " + change.kind();
    }

    private static String behind(@Nullable Cursor place) {
        var last = place == null ? "" : place.values().getLast();
        if (last.indexOf('\0') >= 0) {
            // Forged: no text in the database has such a character.
            throw Rejected.invalid("cursor-invalid", "?cursor");
        }
        return last;
    }
}
