package dev.rivulet.subscription.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.WebApplicationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Reads lines: {@code {"type": …, "row": {…}}}. */
@Singleton
class RowReader {

    private static final List<String> PROPERTIES = List.of("type", "row");

    private final ObjectMapper json;
    private final Validator validator;

    RowReader(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** What a line says; a line that says nothing is refused, with pointers into it. */
    ImportRow read(long number, String line) {
        try {
            var envelope = tree(line);
            for (var property : envelope.properties()) {
                if (!PROPERTIES.contains(property.getKey())) {
                    throw Rejected.invalid("unknown-property", "/" + property.getKey(), property.getKey());
                }
            }
            var type = RowType.of(envelope.path("type").asText())
                    .orElseThrow(() -> Rejected.invalid(
                            "import-type-unknown",
                            "/type",
                            envelope.path("type").asText()));
            return row(number, envelope.path("row"), type);
        } catch (Rejected | WebApplicationException refused) {
            throw new LineRefused(number, "", refused);
        }
    }

    /** What is kept of a row to be known again. */
    String digest(ImportRow row) {
        try {
            var text = row.type().text() + json.writeValueAsString(row);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode tree(String line) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new WebApplicationException(e, 400);
        }
    }

    private ImportRow row(long number, JsonNode content, RowType type) {
        try {
            return checked(content, type.row);
        } catch (ConstraintViolationException | Rejected | WebApplicationException refused) {
            throw new LineRefused(number, "/row", refused);
        }
    }

    /** A record of a kind, as a request's body would be read and checked. */
    <T> T checked(JsonNode content, Class<T> type) {
        try {
            var row = json.treeToValue(content, type);
            if (row == null) {
                throw Rejected.invalid("value-missing", "");
            }
            var violations = validator.validate(row);
            if (!violations.isEmpty()) {
                throw new ConstraintViolationException(violations);
            }
            return row;
        } catch (JsonProcessingException e) {
            throw new WebApplicationException(e, 400);
        }
    }
}
