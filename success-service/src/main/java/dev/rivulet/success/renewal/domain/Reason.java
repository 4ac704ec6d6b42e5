package dev.rivulet.success.renewal.domain;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why a renewal is judged as it is.
 *
 * @param numbers by name, as {@link ReasonCode} tells
 */
public record Reason(ReasonCode code, Effect effect, Map<String, BigDecimal> numbers) {

    public Reason {
        numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
    }

    static Reason of(ReasonCode code, Effect effect) {
        return new Reason(code, effect, Map.of());
    }

    static Reason of(ReasonCode code, Effect effect, String name, long number) {
        return new Reason(code, effect, Map.of(name, BigDecimal.valueOf(number)));
    }
}
