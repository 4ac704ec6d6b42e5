package dev.rivulet.success.release;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Cursor;
import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.success.input.CursorValues;
import dev.rivulet.success.release.ReleaseTable.Place;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
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

/** What came out. */
@Path("/releases")
@Tag(name = "Releases", description = "What came out: whom it concerns, who of us knows of it, what came of it")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class ReleaseResource {

    private static final String LIST = "releases";
    private static final String ACCOUNTS = "release-accounts";
    private static final String RELEASE = "019b2f80-4d1a-7c02-8a3b-6f5e4d3c2b1a";

    private final Releases releases;
    private final ReleaseComparisons comparisons;

    ReleaseResource(Releases releases, ReleaseComparisons comparisons) {
        this.releases = releases;
        this.comparisons = comparisons;
    }

    /** Latest first. */
    @GET
    @Operation(
            operationId = "listReleases",
            summary = "List what came out",
            description = "As the catalog announced it, the latest first, page by page. Times are UTC.")
    public RestResponse<Page<ReleaseView>> list(
            @Parameter(description = "Only of this product", example = "0197a3f0-4a0b-7d2e-8b41-5e0e9b5a6900")
                    @QueryParam("productId")
                    @Nullable
                    UUID productId,
            @Parameter(description = "Only those that this function has not acknowledged", example = "SUPPORT")
                    @QueryParam("missing")
                    @Nullable
                    Team missing,
            @BeanParam PageRequest page) {
        var place = page.place(LIST);
        var found = releases.page(productId, missing, place == null ? null : place(place), page.count());
        return page.respondAt(LIST, found, release -> release, release -> List.of(release.announcedAt(), release.id()));
    }

    private static Place place(Cursor place) {
        var last = CursorValues.of(place, 2);
        return new Place(last.time(0), last.id(1));
    }

    /** With who knows of it. */
    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getRelease",
            summary = "Get a release",
            description = "With the functions of the company that have acknowledged it, and those that have not.")
    public ReleaseView get(@PathParam("id") @Parameter(description = "The release", example = RELEASE) UUID id) {
        return releases.get(id);
    }

    /** As far as the caller may see them. */
    @GET
    @Path("/{id}/accounts")
    @Operation(
            operationId = "listReleaseAccounts",
            summary = "List the customers that a release concerns",
            description = "Those whose subscription of the product ran on the day, local to them, of the announcement,"
                    + " trials and pauses included, and those who had asked for it; in the order of their ids, page by"
                    + " page; those that the caller may see. Revenue is as known now.")
    public RestResponse<Page<AffectedAccountView>> accounts(
            @PathParam("id") @Parameter(description = "The release", example = RELEASE) UUID id,
            @Parameter(description = "true: only those who had asked", example = "true")
                    @QueryParam("asked")
                    @DefaultValue("false")
                    boolean asked,
            @BeanParam PageRequest page) {
        var found = releases.affected(id, asked, page.after(ACCOUNTS), page.count());
        return page.respond(ACCOUNTS, found, account -> account, AffectedAccountView::accountId);
    }

    /** Null with a reason while too little is known. */
    @GET
    @Path("/{id}/comparison")
    @Operation(
            operationId = "compareBeforeAndAfterRelease",
            summary = "Compare before and after a release",
            description = "Effort, use and problems of the same customers in so many days before the day of the"
                    + " announcement and after it; days are local to the customers. Of those whose subscription of the"
                    + " product ran all that time. After is null until the window is over for all of them; both are"
                    + " null for fewer than 5. Intervals are of 95 %: Student's of the mean effort, Wilson's of shares."
                    + " Efforts on scales of 5 and of 7 points are compared each by themselves."
                    + " 400 comparison-days.")
    public ComparisonView compare(
            @PathParam("id") @Parameter(description = "The release", example = RELEASE) UUID id,
            @Parameter(description = "Length of each window in days, from 7 to 180", example = "28")
                    @QueryParam("days")
                    @DefaultValue("28")
                    @Min(value = 7, message = "{comparison-days}")
                    @Max(value = 180, message = "{comparison-days}")
                    int days) {
        return comparisons.of(id, days);
    }
}
