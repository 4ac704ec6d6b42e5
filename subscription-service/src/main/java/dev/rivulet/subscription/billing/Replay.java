package dev.rivulet.subscription.billing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Reckons an amount again from its stored explanation:
 * {@code round_half_up(Σ steps × factor × days / periodDays) − already}.
 */
final class Replay {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Replay() {}

    static @Nullable Money of(String explanation, Currency currency) {
        JsonNode stored;
        try {
            stored = JSON.readTree(explanation);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored explanation is no JSON", e);
        }
        if (!stored.path("steps").isArray() || !stored.has("periodDays")) {
            return null;
        }
        var sum = BigDecimal.ZERO;
        for (var step : stored.path("steps")) {
            sum = sum.add(decimal(step.path("amount"), BigDecimal.ZERO));
        }
        var exact = sum.multiply(decimal(stored.path("factor"), BigDecimal.ONE))
                .multiply(decimal(stored.path("days"), BigDecimal.ONE));
        return Money.round(exact, decimal(stored.path("periodDays"), BigDecimal.ONE), currency)
                .minus(Money.of(decimal(stored.path("already").path("amount"), BigDecimal.ZERO), currency));
    }

    private static BigDecimal decimal(JsonNode node, BigDecimal otherwise) {
        return node.isMissingNode() || node.isNull() ? otherwise : new BigDecimal(node.asText());
    }
}
