package dev.rivulet.kit.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.rivulet.kit.problem.Rejected;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A decimal, written as text ({@code "52.5"}, exact whatever program reads it) or as a JSON number, of at most 15
 * digits and 9 decimals: 1e999999999 is small to send and too large to compute with.
 */
final class BoundedDecimal extends StdScalarDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1;
    private static final int DIGITS = 15;
    private static final int DECIMALS = 9;
    private static final Pattern TEXT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");

    BoundedDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            return bounded(TEXT.matcher(parser.getText()).matches() ? new BigDecimal(parser.getText()) : null);
        }
        if (parser.currentToken().isNumeric()) {
            return bounded(parser.getDecimalValue());
        }
        return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, parser);
    }

    private static BigDecimal bounded(@Nullable BigDecimal value) {
        if (value == null || value.scale() > DECIMALS || (long) value.precision() - value.scale() > DIGITS) {
            throw Rejected.invalid("decimal-format", "");
        }
        return value;
    }
}
