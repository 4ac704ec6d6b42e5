package dev.rivulet.catalog.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.outbox.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What subscription-service publishes is what the catalog reads. */
class BilledInvoiceTest {

    private static final Path EXAMPLE =
            Path.of("../subscription-service/src/main/resources/events", BilledInvoice.TYPE + ".example.json");

    @Test
    void shouldReadTheProducersExample() throws IOException {
        var invoice = Event.read(Files.readString(EXAMPLE), BilledInvoice.class);
        assertThat(invoice).hasNoNullFieldsOrProperties();
        assertThat(invoice.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).hasNoNullFieldsOrProperties());
    }

    @Test
    void shouldReadWhatIsTakenBack() throws IOException {
        var voided = Event.read(example(VoidedInvoice.TYPE), VoidedInvoice.class);
        var note = Event.read(example(CreditedCharges.TYPE), CreditedCharges.class);

        assertThat(voided).hasNoNullFieldsOrProperties();
        assertThat(note).hasNoNullFieldsOrProperties();
        assertThat(note.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).hasNoNullFieldsOrProperties());
    }

    private static String example(String type) throws IOException {
        return Files.readString(EXAMPLE.resolveSibling(type + ".example.json"));
    }
}
