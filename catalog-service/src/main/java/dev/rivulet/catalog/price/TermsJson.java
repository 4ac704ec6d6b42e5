package dev.rivulet.catalog.price;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.price.terms.PriceTerms;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Terms as they lie in the database: the same JSON as in the API. */
@Singleton
class TermsJson {

    /** Of texts read so far: the same terms are read for quote after quote. */
    private static final int MOST = 10_000;

    private final Map<String, PriceTerms> known = new ConcurrentHashMap<>();
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
        var terms = known.get(stored);
        return terms == null ? remember(stored, parse(stored)) : terms;
    }

    private PriceTerms remember(String stored, PriceTerms terms) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(stored, terms);
        return terms;
    }

    private PriceTerms parse(String stored) {
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
