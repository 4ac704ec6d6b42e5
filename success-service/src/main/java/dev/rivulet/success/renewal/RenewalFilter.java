package dev.rivulet.success.renewal;

import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.input.Dated;
import dev.rivulet.success.renewal.domain.Risk;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which renewals a caller asks for; a {@code @BeanParam}. All that is given must hold. */
public class RenewalFilter {

    @QueryParam("from")
    @Parameter(description = "First day, local to each customer", example = "2026-04-01")
    @Dated
    @Nullable
    LocalDate from;

    @QueryParam("to")
    @Parameter(description = "Last day, included", example = "2026-06-30")
    @Dated
    @Nullable
    LocalDate to;

    @QueryParam("risk")
    @Parameter(description = "Only of this risk", example = "HIGH")
    @Nullable
    Risk risk;

    @QueryParam("currency")
    @Parameter(description = "Only in this one, by its ISO 4217 code", example = "EUR")
    @Pattern(regexp = "[A-Z]{3}", message = "{currency-code}")
    @Nullable
    String currency;

    @QueryParam("accountId")
    @Parameter(description = "Only of this customer", example = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60")
    @Nullable
    UUID accountId;

    /** The conditions in SQL but for the risk, which is worked out; their values are added to the list. */
    String conditions(List<Object> values) {
        if (from != null && to != null && from.isAfter(to)) {
            throw Rejected.invalid("range-backwards", "?to");
        }
        var query = new StringBuilder();
        add(query, " AND due_on >= ?", from, values);
        add(query, " AND due_on <= ?", to, values);
        add(query, " AND currency = ?", currency, values);
        add(query, " AND account_id = ?", accountId, values);
        return query.toString();
    }

    private static void add(StringBuilder query, String condition, @Nullable Object value, List<Object> values) {
        if (value != null) {
            query.append(condition);
            values.add(value);
        }
    }
}
