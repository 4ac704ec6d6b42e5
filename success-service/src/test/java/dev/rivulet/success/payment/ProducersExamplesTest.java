package dev.rivulet.success.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.outbox.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the subscription service says it publishes is what this feature can read. */
class ProducersExamplesTest {

    @Test
    void shouldReadAnInvoiceFinalized() throws IOException {
        assertThat(Event.read(example("invoice.finalized"), InvoiceFact.class))
                .hasNoNullFieldsOrPropertiesExcept("paidOn", "voidedOn", "writtenOffOn");
    }

    @Test
    void shouldReadAnInvoicePaid() throws IOException {
        assertThat(Event.read(example("invoice.paid"), InvoiceFact.class))
                .hasNoNullFieldsOrPropertiesExcept("issueDate", "voidedOn", "writtenOffOn");
    }

    @Test
    void shouldReadAnInvoiceReopened() throws IOException {
        assertThat(Event.read(example("invoice.reopened"), InvoiceFact.class))
                .hasNoNullFieldsOrPropertiesExcept("paidOn", "issueDate", "voidedOn", "writtenOffOn");
    }

    @Test
    void shouldReadAnInvoiceThatIsOverUnpaid() throws IOException {
        var voided = Event.read(example("invoice.voided"), InvoiceFact.class);
        assertThat(voided).hasNoNullFieldsOrPropertiesExcept("paidOn", "dueDate", "issueDate", "writtenOffOn");
        var writtenOff = Event.read(example("invoice.written-off"), InvoiceFact.class);
        assertThat(writtenOff).hasNoNullFieldsOrPropertiesExcept("paidOn", "dueDate", "issueDate", "voidedOn");
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

    @ParameterizedTest
    @CsvSource({
        "payment.failed, FAILED",
        "payment.disputed, DISPUTED",
        "payment.refunded, REFUNDED",
        "credit-note.issued, CREDIT_NOTE",
        "dunning.step-taken, DUNNING_STEP",
    })
    void shouldReadWhatWentWrongWithMoney(String type, PaymentFactKind kind) throws IOException {
        assertThat(PaymentFactKind.of("dev.rivulet.subscription." + type + ".v1"))
                .contains(kind);
        var fact = Event.read(example(type), PaymentFact.class);
        assertThat(fact.id()).isNotNull();
        assertThat(fact.accountId()).isNotNull();
        assertThat(fact.money().isZero()).isFalse();
        assertThat(fact.day(kind)).isNotNull();
    }

    @Test
    void shouldReadSuspensions() throws IOException {
        var suspended = Event.read(example("account.suspended"), SuspensionFact.class);
        assertThat(suspended).hasNoNullFieldsOrPropertiesExcept("resumedOn");
        var resumed = Event.read(example("account.resumed"), SuspensionFact.class);
        assertThat(resumed).hasNoNullFieldsOrPropertiesExcept("suspendedOn");
        assertThat(resumed.episode()).isEqualTo(suspended.episode());
    }

    private static String example(String type) throws IOException {
        return Files.readString(Path.of("../subscription-service/src/main/resources/events/dev.rivulet.subscription."
                + type + ".v1.example.json"));
    }
}
