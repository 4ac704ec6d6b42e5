package dev.rivulet.kit.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JacksonStdImpl;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import dev.rivulet.kit.problem.Rejected;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * JSON taken at its word: no unknown properties, none twice, no number for a text, no text for a number, no number for
 * a date, no NUL in a text.
 */
@Singleton
public class StrictJson implements ObjectMapperCustomizer {

    private static final List<LogicalType> NUMBERS = List.of(LogicalType.Integer, LogicalType.Float);

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
        for (var shape : List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
        for (var number : NUMBERS) {
            mapper.coercionConfigFor(number)
                    .setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        }
        // By annotation, which goes before any module, in whatever order they are registered.
        mapper.addMixIn(LocalDate.class, IsoText.Date.class).addMixIn(Instant.class, IsoText.Moment.class);
        // Answers are written without reflection: it took a third of the time that writing them took.
        mapper.registerModule(new BlackbirdModule());
        mapper.registerModule(new SimpleModule("rivulet-text")
                .addDeserializer(String.class, new CleanText())
                .addDeserializer(JsonNode.class, new Tree())
                .addDeserializer(BigDecimal.class, new BoundedDecimal())
                .addSerializer(UUID.class, new UuidText()));
    }

    /** As Jackson writes them, which looks at each id for whether it is wanted as bytes; marked to be called directly. */
    @JacksonStdImpl
    private static final class UuidText extends StdScalarSerializer<UUID> {

        private static final long serialVersionUID = 1;

        UuidText() {
            super(UUID.class);
        }

        @Override
        public void serialize(UUID value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(value.toString());
        }
    }

    /** PostgreSQL cannot hold NUL in a text, nor UTF-8 half of a pair, so they are refused where they come in. */
    private static final class CleanText extends StringDeserializer {

        private static final long serialVersionUID = 1;

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var text = super.deserialize(parser, context);
            if (text != null && !isClean(text)) {
                throw Rejected.invalid("text-invalid", "");
            }
            return text;
        }

        private static boolean isClean(String text) {
            for (int i = 0, point; i < text.length(); i += Character.charCount(point)) {
                point = text.codePointAt(i);
                if (point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** A number of more digits than there is room for breaks the reading of a tree off without Jackson's word. */
    private static final class Tree extends JsonNodeDeserializer {

        private static final long serialVersionUID = 1;

        @Override
        public JsonNode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            // Asked for its path only where that is needed: trees are read by the thousand.
            var inside = parser.getParsingContext();
            var around = parser.currentToken().isStructStart() ? inside.getParent() : inside;
            try {
                return super.deserialize(parser, context);
            } catch (NumberFormatException e) {
                var number = parser.getParsingContext().pathAsPointer().toString();
                var tree = around.pathAsPointer().toString();
                var fault = Rejected.invalid("decimal-format", number.substring(tree.length()));
                throw JsonMappingException.from(parser, fault.getMessage(), fault);
            }
        }
    }
}
