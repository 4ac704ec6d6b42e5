package dev.rivulet.catalog.price;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rivulet.kit.price.PriceModel;
import dev.rivulet.kit.price.terms.PriceModels;
import dev.rivulet.kit.price.terms.PriceTerms;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Terms as they lie in the database: the same JSON as in the API. */
@Singleton
class TermsJson {

    /** Of texts read so far: the same terms are read for quote after quote. */
    private static final int MOST = 10_000;

    private final Map<String, Arithmetic> known = new ConcurrentHashMap<>();
    private final ObjectMapper json;

    /** Terms, and what is reckoned by them. */
    record Arithmetic(PriceTerms terms, PriceModel model) {}

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
        return arithmetic(stored).terms();
    }

    Arithmetic arithmetic(String stored) {
        var found = known.get(stored);
        return found == null ? remember(stored, parse(stored)) : found;
    }

    private Arithmetic remember(String stored, PriceTerms terms) {
        if (known.size() >= MOST) {
            known.clear();
        }
        var arithmetic = new Arithmetic(terms, PriceModels.of(terms));
        known.put(stored, arithmetic);
        return arithmetic;
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
