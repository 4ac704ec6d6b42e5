package dev.rivulet.success.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.outbox.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the subscription service says it publishes is what this feature can read. */
class ProducersExamplesTest {

    @Test
    void shouldReadAnInvoiceFinalized() throws IOException {
        assertThat(Event.read(example("invoice.finalized"), InvoiceFact.class))
                .hasNoNullFieldsOrPropertiesExcept("paidOn");
    }

    @Test
    void shouldReadAnInvoicePaid() throws IOException {
        assertThat(Event.read(example("invoice.paid"), InvoiceFact.class)).hasNoNullFieldsOrProperties();
    }

    @Test
    void shouldReadAnInvoiceReopened() throws IOException {
        assertThat(Event.read(example("invoice.reopened"), InvoiceFact.class))
                .hasNoNullFieldsOrPropertiesExcept("paidOn");
    }

    @Test
    void shouldReadAnInvoiceThatIsOverUnpaid() throws IOException {
        for (var type : List.of("invoice.voided", "invoice.written-off")) {
            assertThat(Event.read(example(type), InvoiceFact.class))
                    .hasNoNullFieldsOrPropertiesExcept("paidOn", "dueDate");
        }
    }

    @Test
    void shouldKnowEveryFactThatTellsHowAnInvoiceStands() {
        for (var fact : List.of("finalized", "paid", "reopened", "voided", "written-off")) {
            assertThat(InvoiceFact.Kind.of("dev.rivulet.subscription.invoice." + fact + ".v1"))
                    .isPresent();
        }
        assertThat(InvoiceFact.Kind.of("dev.rivulet.subscription.invoice.admired.v1"))
                .isEmpty();
    }

    private static String example(String type) throws IOException {
        return Files.readString(Path.of("../subscription-service/src/main/resources/events/dev.rivulet.subscription."
                + type + ".v1.example.json"));
    }
}
