package dev.rivulet.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue catalogue = Catalogue.read();

    @Test
    void shouldBeRichEnoughToLookAt() {
        assertTrue(catalogue.products().size() >= 3);
        assertEquals(5, catalogue.segments().size());
        assertEquals(8, catalogue.propositions().size());
        assertTrue(catalogue.plans().size() >= 4);
    }

    @Test
    void shouldReferToWhatIsThere() {
        Set<String> products = catalogue.products().stream().map(Catalogue::key).collect(Collectors.toSet());
        Set<String> segments = catalogue.segments().stream().map(Catalogue::key).collect(Collectors.toSet());

        for (var proposition : catalogue.propositions()) {
            assertTrue(products.contains(proposition.path(Catalogue.PRODUCT).asText()));
            assertTrue(segments.contains(proposition.path(Catalogue.SEGMENT).asText()));
        }
        for (var plan : catalogue.plans()) {
            assertTrue(products.contains(plan.path(Catalogue.PRODUCT).asText()));
            assertFalse(catalogue
                    .propositionsOf(catalogue.productOf(Catalogue.key(plan)))
                    .isEmpty());
        }
        for (String product : products) {
            assertFalse(catalogue.usageMetric(product).isEmpty());
        }
    }

    /** Without both, a proposition is not approved. */
    @Test
    void shouldArgueAgainstBothRivals() {
        for (var proposition : catalogue.propositions()) {
            assertEquals(
                    Set.of("TRADITIONAL_WAY", "COMPETITOR"),
                    Set.copyOf(proposition.path("arguments").findValuesAsText("against")),
                    Catalogue.key(proposition));
        }
    }

    @Test
    void shouldKeepOurNotesOutOfTheRequests() {
        Stream.of(catalogue.products(), catalogue.segments(), catalogue.propositions(), catalogue.plans())
                .flatMap(things -> things.stream())
                .map(Catalogue::body)
                .forEach(body -> body.fieldNames().forEachRemaining(name -> assertFalse(name.startsWith("_"), name)));
    }
}
