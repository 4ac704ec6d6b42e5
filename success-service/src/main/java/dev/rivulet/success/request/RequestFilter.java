package dev.rivulet.success.request;

import dev.rivulet.success.request.domain.RequestStatus;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which requests a caller asks for; a {@code @BeanParam}. All that is given must hold. */
public class RequestFilter {

    @QueryParam("productId")
    @Parameter(description = "Only of this product", example = "0197a3f0-4a0b-7d2e-8b41-5e0e9b5a6900")
    @Nullable
    UUID productId;

    @QueryParam("feature")
    @Parameter(description = "Only of this feature", example = "certificates")
    @Nullable
    String feature;

    @QueryParam("status")
    @Parameter(description = "Only those that stand here", example = "OPEN")
    @Nullable
    RequestStatus status;

    @QueryParam("mergedInto")
    @Parameter(
            description = "Those that this one stands for; without it those that stand for themselves",
            example = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f80")
    @Nullable
    UUID mergedInto;

    @QueryParam("releaseId")
    @Parameter(description = "Only what came out with this release", example = "019b2f80-4d1a-7c02-8a3b-6f5e4d3c2b1a")
    @Nullable
    UUID releaseId;

    @QueryParam("currency")
    @Parameter(
            description = "What the order by mrr goes by; needed where there is revenue in several currencies",
            example = "EUR")
    @Nullable
    String currency;

    /** The conditions in SQL, whose values are added to the list. */
    String conditions(List<Object> values) {
        var query = new StringBuilder();
        add(query, values, "product_id", productId);
        add(query, values, "feature", feature);
        add(query, values, "status", status == null ? null : status.name());
        add(query, values, "release_id", releaseId);
        if (mergedInto == null) {
            query.append(" AND merged_into IS NULL");
        } else {
            add(query, values, "merged_into", mergedInto);
        }
        return query.toString();
    }

    private static void add(StringBuilder query, List<Object> values, String column, @Nullable Object value) {
        if (value != null) {
            query.append(" AND ").append(column).append(" = ?");
            values.add(value);
        }
    }
}
