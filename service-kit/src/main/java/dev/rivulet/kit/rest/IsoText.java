package dev.rivulet.kit.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * Dates and instants as ISO 8601 texts and as nothing else: 20260101 is no day in the year 57441, and of an instant no
 * time of day is left out to make it a date.
 */
final class IsoText {

    private IsoText() {}

    /** The first and the last day that Java knows are PostgreSQL's infinities, and no days. */
    static LocalDate day(String text) {
        var day = LocalDate.parse(text);
        if (day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX)) {
            throw new DateTimeException(text);
        }
        return day;
    }

    @JsonDeserialize(using = DateReader.class)
    interface Date {}

    @JsonDeserialize(using = MomentReader.class)
    interface Moment {}

    abstract static class Reader<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1;

        private final Class<T> type;
        private final transient Function<String, T> parse;

        Reader(Class<T> type, Function<String, T> parse) {
            super(type);
            this.type = type;
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return type.cast(context.handleUnexpectedToken(type, parser));
            }
            try {
                return parse.apply(parser.getText());
            } catch (DateTimeException e) {
                return type.cast(context.handleWeirdStringValue(type, parser.getText(), "not in ISO 8601"));
            }
        }
    }

    static final class DateReader extends Reader<LocalDate> {

        private static final long serialVersionUID = 1;

        DateReader() {
            super(LocalDate.class, IsoText::day);
        }
    }

    static final class MomentReader extends Reader<Instant> {

        private static final long serialVersionUID = 1;

        MomentReader() {
            super(Instant.class, Instant::parse);
        }
    }
}
