package dev.rivulet.success.feedback;

import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which words of customers a caller asks for; a {@code @BeanParam}. All that is given must hold. */
public class FeedbackFilter {

    @QueryParam("accountId")
    @Parameter(description = "Only of this customer", example = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60")
    @Nullable
    UUID accountId;

    @QueryParam("kind")
    @Parameter(description = "Only of this kind", example = "WISH")
    @Nullable
    FeedbackKind kind;

    @QueryParam("productId")
    @Parameter(description = "Only of this product", example = "0197a3f0-4a0b-7d2e-8b41-5e0e9b5a6900")
    @Nullable
    UUID productId;

    @QueryParam("feature")
    @Parameter(description = "Only of this feature", example = "certificates")
    @Nullable
    String feature;

    @QueryParam("contactId")
    @Parameter(description = "Only of this person", example = "0197a3f1-1e4f-7b11-8e85-9c4c3f9e0d14")
    @Nullable
    UUID contactId;

    @QueryParam("requestId")
    @Parameter(description = "Only merged into this request", example = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f80")
    @Nullable
    UUID requestId;

    @QueryParam("merged")
    @Parameter(description = "true: merged into a request; false: not yet", example = "false")
    @Nullable
    Boolean merged;

    /** The conditions in HQL, whose parameters are put into the map. */
    String conditions(Map<String, Object> parameters) {
        var query = new StringBuilder("id > :after");
        if (merged != null) {
            query.append(merged ? " and requestId is not null" : " and requestId is null");
        }
        add(query, parameters, "accountId", accountId);
        add(query, parameters, "kind", kind);
        add(query, parameters, "productId", productId);
        add(query, parameters, "feature", feature);
        add(query, parameters, "contactId", contactId);
        add(query, parameters, "requestId", requestId);
        return query.toString();
    }

    private static void add(StringBuilder query, Map<String, Object> parameters, String field, @Nullable Object value) {
        if (value != null) {
            query.append(" and ").append(field).append(" = :").append(field);
            parameters.put(field, value);
        }
    }
}
