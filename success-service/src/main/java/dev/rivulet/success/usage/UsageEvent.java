package dev.rivulet.success.usage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rivulet.kit.problem.Rejected;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One use of one feature by one user. */
@Schema(
        name = "UsageEvent",
        description = "One use of one feature by one user",
        requiredProperties = {"id", "source", "accountId", "userId", "metric", "quantity", "occurredAt"})
public record UsageEvent(
        @Schema(
                examples = "evt-2025-03-01-000017",
                maxLength = 200,
                description = "Unique within its source; the same id again has no effect")
        String id,

        @Schema(examples = "/acme/learning-portal", maxLength = 200, description = "The system that counted")
        String source,

        @Schema(examples = "0199b3c2-7d5e-7a10-8f00-2b1c3d4e5f60")
        UUID accountId,

        @Schema(examples = "user-4711", maxLength = 200, description = "The customer's user, in the source's terms")
        String userId,

        @Schema(examples = "lesson-completed", maxLength = 100)
        String metric,

        @Schema(
                examples = "soft-skills",
                maxLength = 100,
                description = "What of the product was used; the metric if left out")
        String feature,

        @Schema(
                examples = "1",
                type = SchemaType.STRING,
                pattern = "^\\d{1,12}(\\.\\d{1,6})?$",
                description = "More than 0; a decimal text or a JSON number")
        BigDecimal quantity,

        @Schema(examples = "2025-03-01T09:30:00Z") Instant occurredAt) {

    private static final Set<String> PROPERTIES =
            Set.of("id", "source", "accountId", "userId", "metric", "feature", "quantity", "occurredAt");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,30}(\\.\\d{1,9})?");
    private static final int DIGITS = 12;
    private static final int DECIMALS = 6;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** The event in a JSON object; the rejection names its first fault with a pointer inside the object. */
    static UsageEvent read(JsonNode node) {
        if (!node.isObject()) {
            throw Rejected.invalid("wrong-type", "", "object");
        }
        for (var property : node.properties()) {
            if (!PROPERTIES.contains(property.getKey())) {
                throw Rejected.invalid(
                        "unknown-property",
                        "/" + property.getKey().replace("~", "~0").replace("/", "~1"),
                        property.getKey());
            }
        }
        var metric = text(node, "metric", 100);
        return new UsageEvent(
                text(node, "id", 200),
                text(node, "source", 200),
                accountId(node),
                text(node, "userId", 200),
                metric,
                node.path("feature").isMissingNode() ? metric : text(node, "feature", 100),
                quantity(node),
                occurredAt(node));
    }

    /** Whether both are the same event, sent twice; what their ids say has been compared. */
    boolean saysTheSameAs(UsageEvent other) {
        return accountId.equals(other.accountId)
                && userId.equals(other.userId)
                && metric.equals(other.metric)
                && feature.equals(other.feature)
                && quantity.compareTo(other.quantity) == 0
                && occurredAt.truncatedTo(ChronoUnit.MICROS).equals(other.occurredAt.truncatedTo(ChronoUnit.MICROS));
    }

    private static String text(JsonNode node, String name, int longest) {
        var value = node.path(name);
        if (value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isBlank())) {
            throw Rejected.invalid("value-missing", "/" + name);
        }
        if (!value.isTextual()) {
            throw Rejected.invalid("wrong-type", "/" + name, "text");
        }
        var text = value.textValue();
        if (text.length() > longest) {
            throw Rejected.invalid("text-too-long", "/" + name, longest);
        }
        for (var i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                throw Rejected.invalid("text-control-characters", "/" + name);
            }
        }
        return text;
    }

    private static UUID accountId(JsonNode node) {
        try {
            return UUID.fromString(text(node, "accountId", 36));
        } catch (IllegalArgumentException malformed) {
            throw Rejected.invalid("wrong-type", "/accountId", "UUID");
        }
    }

    private static BigDecimal quantity(JsonNode node) {
        var value = node.path("quantity");
        var quantity = value.isNumber() ? value.decimalValue() : decimal(text(node, "quantity", 40));
        // Never written out before this check: 1e999999999 is small to send and too large to print.
        if (quantity.signum() <= 0
                || quantity.scale() > DECIMALS
                || (long) quantity.precision() - quantity.scale() > DIGITS) {
            throw Rejected.invalid("quantity-invalid", "/quantity");
        }
        return quantity;
    }

    private static BigDecimal decimal(String text) {
        return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : BigDecimal.ZERO;
    }

    private static Instant occurredAt(JsonNode node) {
        Instant time;
        try {
            time = Instant.parse(text(node, "occurredAt", 40));
        } catch (DateTimeException malformed) {
            throw Rejected.invalid("wrong-type", "/occurredAt", "ISO 8601 Instant");
        }
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw Rejected.invalid("time-out-of-range", "/occurredAt");
        }
        return time;
    }
}
