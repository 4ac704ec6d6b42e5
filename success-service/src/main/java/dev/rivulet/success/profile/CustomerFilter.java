package dev.rivulet.success.profile;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.success.customer.domain.CustomerStatus;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Instant;
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

    @QueryParam("productId")
    @Parameter(
            description = "Only with a subscription of this product that has not ended",
            example = "0197a3f0-3f1a-7a1d-9d30-4d9d8a495810")
    @Nullable
    UUID productId;

    @QueryParam("attribute")
    @Parameter(
            description = "Only with this value of an attribute that was declared: its name, a colon, the value",
            example = "industry:retail")
    @Size(max = 300, message = "{text-too-long}")
    @Nullable
    String attribute;

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

    /** The name of the attribute asked for; null when none is. */
    @Nullable
    String attributeName() {
        if (attribute == null) {
            return null;
        }
        var colon = attribute.indexOf(':');
        if (colon < 1) {
            throw Rejected.invalid("parameter-invalid", "?attribute", "attribute");
        }
        return attribute.substring(0, colon);
    }

    /** The conditions in SQL on a card, whose values are added to the list. */
    String conditions(Instant now, List<Object> values) {
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
        if (productId != null) {
            query.append(
                    " AND EXISTS (SELECT 1 FROM subscription s WHERE s.tenant_id = card.tenant_id AND"
                            + " s.account_id = card.account_id AND s.product_id = ? AND (s.end_date IS NULL AND"
                            + " s.status <> 'CANCELLED' OR s.end_date > (?::timestamptz AT TIME ZONE coalesce(card.zone, 'UTC'))::date))");
            values.add(productId);
            values.add(now.toString());
        }
        var name = attributeName();
        if (name != null) {
            query.append(" AND EXISTS (SELECT 1 FROM customer_care c WHERE c.tenant_id = card.tenant_id AND"
                    + " c.account_id = card.account_id AND c.attributes ->> ? = ?)");
            values.add(name);
            values.add(String.valueOf(attribute).substring(name.length() + 1));
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
