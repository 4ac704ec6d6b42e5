package dev.rivulet.subscription.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.subscription.offer.PlanCopies.PlanState;
import dev.rivulet.subscription.offer.PropositionCopies.PropositionState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The catalog's own examples are understood here. */
class CatalogContractTest {

    private static final Path EXAMPLES = Path.of("../catalog-service/src/main/resources/events");

    @Test
    void shouldUnderstandAPlan() throws IOException {
        var plan = Event.read(example("dev.rivulet.catalog.plan.changed.v1"), PlanState.class);

        assertThat(plan).hasNoNullFieldsOrPropertiesExcept("key", "trialDays");
        assertThat(plan.status()).isIn("DRAFT", "PUBLISHED");
        assertThat(plan.period()).isEqualTo(BillingPeriod.MONTH);
    }

    @Test
    void shouldUnderstandAProposition() throws IOException {
        var proposition = Event.read(example("dev.rivulet.catalog.proposition.changed.v1"), PropositionState.class);

        assertThat(proposition).hasNoNullFieldsOrProperties();
        assertThat(proposition.benefit()).hasNoNullFieldsOrProperties();
        assertThat(proposition.benefit().withinDays()).isPositive();
    }

    private static String example(String type) throws IOException {
        return Files.readString(EXAMPLES.resolve(type + ".example.json"));
    }
}
