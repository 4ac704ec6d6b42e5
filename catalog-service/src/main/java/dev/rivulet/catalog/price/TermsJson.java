package dev.rivulet.catalog.price;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;

/** Terms as they lie in the database: the same JSON as in the API. */
@Singleton
class TermsJson {

    private final ObjectMapper json;

    TermsJson(ObjectMapper json) {
        this.json = json;
    }

    String write(PriceTerms terms) {
        try {
            return json.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + terms, e);
        }
    }

    PriceTerms read(String stored) {
        try {
            return json.readValue(stored, PriceTerms.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("these are no terms: " + stored, e);
        }
    }

    JsonNode tree(String stored) {
        try {
            return json.readTree(stored);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("these are no terms: " + stored, e);
        }
    }
}
