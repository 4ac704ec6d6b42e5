package dev.rivulet.success.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.outbox.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static String example(String type) throws IOException {
        return Files.readString(Path.of("../subscription-service/src/main/resources/events/dev.rivulet.subscription."
                + type + ".v1.example.json"));
    }
}
