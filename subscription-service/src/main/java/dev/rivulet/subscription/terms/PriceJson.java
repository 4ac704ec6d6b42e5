package dev.rivulet.subscription.terms;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.rivulet.kit.price.CappedPrice;
import dev.rivulet.kit.price.FlatPrice;
import dev.rivulet.kit.price.GraduatedPrice;
import dev.rivulet.kit.price.MeteredPrice;
import dev.rivulet.kit.price.PackagePrice;
import dev.rivulet.kit.price.PercentagePrice;
import dev.rivulet.kit.price.PriceModel;
import dev.rivulet.kit.price.UnitPrice;
import dev.rivulet.kit.price.VolumePrice;
import jakarta.inject.Singleton;

/** How price sets are written down; the domain knows nothing of it. What is written once must be readable for ever. */
@Singleton
class PriceJson {

    private final ObjectMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addMixIn(PriceModel.class, Kind.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(JsonInclude.Value.construct(NON_NULL, NON_NULL))
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + value, e);
        }
    }

    <T> T read(String text, Class<T> type) {
        try {
            return mapper.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a " + type.getSimpleName() + " that was kept", e);
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = FlatPrice.class, name = "FLAT"),
        @JsonSubTypes.Type(value = UnitPrice.class, name = "PER_UNIT"),
        @JsonSubTypes.Type(value = GraduatedPrice.class, name = "GRADUATED"),
        @JsonSubTypes.Type(value = VolumePrice.class, name = "VOLUME"),
        @JsonSubTypes.Type(value = PackagePrice.class, name = "PACKAGE"),
        @JsonSubTypes.Type(value = PercentagePrice.class, name = "PERCENTAGE"),
        @JsonSubTypes.Type(value = MeteredPrice.class, name = "USAGE"),
        @JsonSubTypes.Type(value = CappedPrice.class, name = "CAPPED")
    })
    private abstract static class Kind {}
}
