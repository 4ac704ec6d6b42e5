package dev.rivulet.success.problem;

import dev.rivulet.success.problem.domain.ProblemState;
import dev.rivulet.success.problem.domain.Severity;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which problems a caller asks for; a {@code @BeanParam}. All that is given must hold. */
public class ProblemFilter {

    @QueryParam("accountId")
    @Parameter(description = "Only of this customer", example = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60")
    @Nullable
    UUID accountId;

    @QueryParam("state")
    @Parameter(description = "Only in this state", example = "OPEN")
    @Nullable
    ProblemState state;

    @QueryParam("open")
    @Parameter(description = "true: neither resolved nor closed; false: the others", example = "true")
    @Nullable
    Boolean open;

    @QueryParam("severity")
    @Parameter(description = "Only of this severity", example = "CRITICAL")
    @Nullable
    Severity severity;

    @QueryParam("productId")
    @Parameter(description = "Only with this product", example = "0197a3f0-4a0b-7d2e-8b41-5e0e9b5a6900")
    @Nullable
    UUID productId;

    @QueryParam("feature")
    @Parameter(description = "Only with this feature", example = "certificates")
    @Nullable
    String feature;

    /** The conditions in HQL, whose parameters are put into the map. */
    String conditions(Map<String, Object> parameters) {
        var query = new StringBuilder("id > :after");
        if (open != null) {
            query.append(open ? " and state in :open" : " and state not in :open");
            parameters.put("open", List.of(ProblemState.OPEN, ProblemState.IN_PROGRESS, ProblemState.WAITING));
        }
        add(query, parameters, "accountId", accountId);
        add(query, parameters, "state", state);
        add(query, parameters, "severity", severity);
        add(query, parameters, "productId", productId);
        add(query, parameters, "feature", feature);
        return query.toString();
    }

    private static void add(StringBuilder query, Map<String, Object> parameters, String field, @Nullable Object value) {
        if (value != null) {
            query.append(" and ").append(field).append(" = :").append(field);
            parameters.put(field, value);
        }
    }
}
