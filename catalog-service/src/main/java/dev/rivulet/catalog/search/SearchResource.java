package dev.rivulet.catalog.search;

import static dev.rivulet.kit.rest.Roles.ADMIN;
import static dev.rivulet.kit.rest.Roles.BILLING;
import static dev.rivulet.kit.rest.Roles.OPS;
import static dev.rivulet.kit.rest.Roles.SALES;
import static dev.rivulet.kit.rest.Roles.SUCCESS;

import dev.rivulet.kit.paging.Page;
import dev.rivulet.kit.paging.PageRequest;
import dev.rivulet.kit.problem.Rejected;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Search over HTTP. */
@Path("/search")
@Tag(name = "Search", description = "Full text, Russian and English, over whatever has a text")
@RunOnVirtualThread
@RolesAllowed({SALES, SUCCESS, BILLING, ADMIN, OPS})
public class SearchResource {

    private static final String LIST = "search";
    private static final int LONGEST = 200;

    private final Searching searching;

    SearchResource(Searching searching) {
        this.searching = searching;
    }

    @GET
    @Operation(
            operationId = "search",
            summary = "Search the catalog",
            description = "Every word must be there in some form (skill finds skills, навык finds навыками,"
                    + " тренажер finds тренажёр); \"quoted\""
                    + " words in this order, `or` between alternatives, `-` before what must not be there. Best first:"
                    + " a word in a title weighs more. 400 `search-empty` without a word.")
    public RestResponse<Page<Hit>> search(
            @Parameter(description = "What to look for", required = true, example = "soft skills")
                    @QueryParam("q")
                    @Nullable
                    String words,
            @Parameter(description = "Only things of this kind", example = "product") @QueryParam("kind") @Nullable
                    String kind,
            @Parameter(description = "Only texts in this language") @QueryParam("lang") Hit.@Nullable Lang lang,
            @BeanParam PageRequest page) {
        if (words == null || words.isBlank()) {
            throw Rejected.invalid("search-empty", "?q");
        }
        if (words.length() > LONGEST) {
            throw Rejected.invalid("text-too-long", "?q", LONGEST);
        }
        // A cursor belongs to the question it was given out for.
        var list = String.join(
                " ", LIST, Integer.toHexString(words.hashCode()), String.valueOf(kind), String.valueOf(lang));
        var found = searching.find(words, kind, lang, page.place(list), page.count());
        return page.respondAt(list, found, hit -> hit, hit -> List.of(hit.rank(), hit.id()));
    }
}
