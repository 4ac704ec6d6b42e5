package dev.rivulet.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rivulet.kit.problem.Rejected;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.ws.rs.WebApplicationException;

/** JSON Merge Patch (RFC 7396) over the record a resource is created from. */
@Singleton
public class MergePatch {

    /** Media type of a merge patch. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final Validator validator;

    MergePatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** The patched record, validated as if it had been sent whole. */
    @SuppressWarnings("unchecked")
    public <T> T apply(T current, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            throw Rejected.invalid("wrong-type", "", "object");
        }
        var merged = merge(json.valueToTree(current), changes);
        T result;
        try {
            result = (T) json.treeToValue(merged, current.getClass());
        } catch (JsonProcessingException e) {
            throw new WebApplicationException(e, 400);
        }
        var violations = validator.validate(result);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return result;
    }

    private static JsonNode merge(JsonNode target, ObjectNode patch) {
        var result = target.isObject() ? (ObjectNode) target : patch.objectNode();
        patch.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                // Kept when unknown, so that a misspelt property is refused rather than silently "removed".
                if (result.has(change.getKey())) {
                    result.remove(change.getKey());
                } else {
                    result.set(change.getKey(), change.getValue());
                }
            } else if (change.getValue() instanceof ObjectNode inner) {
                result.set(change.getKey(), merge(result.path(change.getKey()), inner));
            } else {
                result.set(change.getKey(), change.getValue());
            }
        });
        return result;
    }
}
