package dev.rivulet.subscription.billing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.billing.domain.InvoiceDraft.PinnedPlan;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvoiceDraftTest {

    private final Period period = new BillingSchedule(LocalDate.parse("2025-01-31")).period(0);
    private final PinnedPlan plan = new PinnedPlan(UUID.randomUUID(), "Monthly", 2, Money.of("49.00", "EUR"));

    @Test
    void shouldChargeTheFlatPriceForTheWholePeriod() {
        var draft = InvoiceDraft.flat(plan, period, LocalDate.parse("2025-01-31"));

        assertThat(draft.total()).isEqualTo(Money.of("49.00", "EUR"));
        assertThat(draft.lines())
                .containsExactly(new InvoiceDraft.Line("Monthly", plan, period, Money.of("49.00", "EUR"), 1));
    }

    @Test
    void shouldGiveFourteenDaysFromTheDayItIsReallyIssued() {
        var late = InvoiceDraft.flat(plan, period, LocalDate.parse("2025-02-20"));

        assertThat(late.issueDate()).isEqualTo("2025-02-20");
        assertThat(late.dueDate()).isEqualTo("2025-03-06");
        assertThat(late.period()).isEqualTo(period);
    }

    @Test
    void shouldHaveALine() {
        assertThatThrownBy(() -> new InvoiceDraft(period.start(), period.end(), period, List.of()))
                .hasMessageContaining("line");
    }
}
