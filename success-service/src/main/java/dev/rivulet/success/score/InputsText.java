package dev.rivulet.success.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.success.score.domain.Component;
import dev.rivulet.success.score.domain.Input;
import dev.rivulet.success.score.domain.Inputs;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;

/** Inputs as they are stored: {@code {"LICENCES":[0.4],"NPS":[7.5,12]}}, the value and, if it ages, its age in days. */
final class InputsText {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final TypeReference<EnumMap<Component, List<BigDecimal>>> STORED = new TypeReference<>() {};

    private InputsText() {}

    static String of(Inputs inputs) {
        var text = new StringBuilder("{");
        inputs.byComponent().forEach((component, input) -> {
            text.append(text.length() == 1 ? "\"" : ",\"").append(component).append("\":[");
            text.append(input.value().toPlainString());
            if (input.age() != null) {
                text.append(',').append(input.age());
            }
            text.append(']');
        });
        return text.append('}').toString();
    }

    static Inputs read(String text) {
        try {
            var inputs = new EnumMap<Component, Input>(Component.class);
            JSON.readValue(text, STORED)
                    .forEach((component, parts) -> inputs.put(
                            component,
                            new Input(
                                    parts.getFirst(),
                                    parts.size() == 1 ? null : parts.get(1).intValueExact())));
            return new Inputs(inputs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no inputs: " + text, e);
        }
    }
}
