package dev.rivulet.subscription.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.kit.price.Book;
import dev.rivulet.kit.price.GraduatedPrice;
import dev.rivulet.kit.price.terms.PriceModels;
import dev.rivulet.subscription.offer.ActivityCopies.ActivityState;
import dev.rivulet.subscription.offer.PlanCopies.PlanState;
import dev.rivulet.subscription.offer.PlanPublications.Publication;
import dev.rivulet.subscription.offer.PriceBookCopies.PriceBookState;
import dev.rivulet.subscription.offer.PriceCopies.PriceState;
import dev.rivulet.subscription.offer.PropositionCopies.PropositionState;
import dev.rivulet.subscription.rating.domain.BillingPeriod;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The catalog's own examples are understood here. */
class CatalogContractTest {

    private static final Path EXAMPLES = Path.of("../catalog-service/src/main/resources/events");

    @Test
    void shouldUnderstandAPlan() throws IOException {
        var plan = Event.read(example("dev.rivulet.catalog.plan.changed.v1"), PlanState.class);

        assertThat(plan).hasNoNullFieldsOrPropertiesExcept("key", "trialDays", "addOnOf");
        assertThat(plan.status()).isIn("DRAFT", "PUBLISHED");
        assertThat(plan.period()).isEqualTo(BillingPeriod.MONTH);
    }

    @Test
    void shouldUnderstandAPublishedVersion() throws IOException {
        var told = Event.read(example("dev.rivulet.catalog.plan.published.v1"), Publication.class);
        var shown = Event.read(example("dev.rivulet.catalog.plan.changed.v1"), PlanState.class);

        assertThat(told).hasNoNullFieldsOrProperties();
        assertThat(told.version().phases()).extracting(PlanPhase::months).containsExactly(1, null);
        assertThat(told.version().phases()).extracting(PlanPhase::days).containsExactly(null, 60);
        // Of whichever is heard first the same is kept, but for the day of publication.
        assertThat(shown.version())
                .usingRecursiveComparison()
                .ignoringFields("publishedAt")
                .isEqualTo(told.version());
    }

    @Test
    void shouldUnderstandAPrice() throws IOException {
        var price = Event.read(example("dev.rivulet.catalog.price.changed.v1"), PriceState.class);

        assertThat(price).hasNoNullFieldsOrProperties();
        assertThat(price.price(3).offer()).hasNoNullFieldsOrPropertiesExcept("metric");
        assertThat(PriceModels.of(price.terms())).isInstanceOf(GraduatedPrice.class);
    }

    @Test
    void shouldUnderstandAPriceBook() throws IOException {
        var state = Event.read(example("dev.rivulet.catalog.price-book.changed.v1"), PriceBookState.class);

        assertThat(state).hasNoNullFieldsOrProperties();
        assertThat(state.book().audience()).hasNoNullFieldsOrProperties();
        assertThat(state.book().changes())
                .extracting(Book.Change::percent)
                .containsExactly(new BigDecimal("-10"), new BigDecimal("-12.5"));
    }

    @Test
    void shouldUnderstandAProposition() throws IOException {
        var proposition = Event.read(example("dev.rivulet.catalog.proposition.changed.v1"), PropositionState.class);

        assertThat(proposition).hasNoNullFieldsOrProperties();
        assertThat(proposition.benefit()).hasNoNullFieldsOrProperties();
        assertThat(proposition.benefit().withinDays()).isPositive();
    }

    @Test
    void shouldUnderstandAnActivityAssignment() throws IOException {
        var state = Event.read(example("dev.rivulet.catalog.activity-assignment.changed.v1"), ActivityState.class);

        assertThat(state).hasNoNullFieldsOrProperties();
        assertThat(state.code()).isEqualTo("47.91.2");
    }

    private static String example(String type) throws IOException {
        return Files.readString(EXAMPLES.resolve(type + ".example.json"));
    }
}
