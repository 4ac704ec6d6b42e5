package dev.rivulet.success.profile;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.customer.domain.CustomerStatus;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which customers a caller asks for; a {@code @BeanParam}. All that is given must hold. */
public class CustomerFilter {

    @QueryParam("q")
    @Parameter(description = "Beginning of the name, in any case", example = "acme")
    @Size(max = 200, message = "{text-too-long}")
    @Nullable
    String q;

    @QueryParam("manager")
    @Parameter(description = "Only those this manager looks after, in any case", example = "mila.horn@acme.example")
    @Size(max = 254, message = "{text-too-long}")
    @Nullable
    String manager;

    @QueryParam("segmentId")
    @Parameter(description = "Only of this segment", example = "0197a3f0-3f1a-7a1d-9d30-4d9d8a495800")
    @Nullable
    UUID segmentId;

    @QueryParam("status")
    @Parameter(description = "Only those that stand here; without it all but LOST and JOINED", example = "ACTIVE")
    @Nullable
    CustomerStatus status;

    @QueryParam("currency")
    @Parameter(description = "Only in this currency", example = "EUR")
    @Nullable
    String currency;

    @QueryParam("minMrr")
    @Parameter(
            description = "Only with at least so much monthly recurring revenue, in major units; needs a currency",
            example = "500.00")
    @Nullable
    String minMrr;

    @QueryParam("scoreBelow")
    @Parameter(description = "Only with a score, and one below this", example = "50")
    @Nullable
    String scoreBelow;

    /** The conditions in SQL, whose values are added to the list. */
    String conditions(List<Object> values) {
        var query = new StringBuilder();
        if (q != null) {
            query.append(" AND lower(name) LIKE ? ESCAPE '!'");
            values.add(q.toLowerCase(Locale.ROOT)
                            .replace("!", "!!")
                            .replace("%", "!%")
                            .replace("_", "!_") + "%");
        }
        if (manager != null) {
            query.append(" AND lower(manager) = ?");
            values.add(manager.toLowerCase(Locale.ROOT));
        }
        if (segmentId != null) {
            query.append(" AND segment_id = ?");
            values.add(segmentId);
        }
        if (status == null) {
            query.append(" AND status NOT IN ('LOST', 'JOINED')");
        } else {
            query.append(" AND status = ?");
            values.add(status.name());
        }
        var known = currency();
        if (known != null) {
            query.append(" AND currency = ?");
            values.add(known.getCurrencyCode());
        }
        if (minMrr != null) {
            query.append(" AND mrr_minor >= ?");
            values.add(leastMrr(known));
        }
        if (scoreBelow != null) {
            query.append(" AND score < ?");
            values.add(decimal(scoreBelow, "scoreBelow"));
        }
        return query.toString();
    }

    private @Nullable Currency currency() {
        try {
            return currency == null ? null : Currency.getInstance(currency);
        } catch (IllegalArgumentException unknown) {
            throw Rejected.invalid("currency-unknown", "?currency");
        }
    }

    private long leastMrr(@Nullable Currency known) {
        if (known == null) {
            throw Rejected.invalid("money-needs-currency", "?minMrr");
        }
        try {
            return Money.round(decimal(String.valueOf(minMrr), "minMrr"), known).minor();
        } catch (ArithmeticException tooLarge) {
            throw Rejected.invalid("parameter-invalid", "?minMrr", "minMrr");
        }
    }

    private static BigDecimal decimal(String text, String parameter) {
        if (!text.matches("\\d{1,15}(\\.\\d{1,9})?")) {
            throw Rejected.invalid("parameter-invalid", "?" + parameter, parameter);
        }
        return new BigDecimal(text);
    }
}
