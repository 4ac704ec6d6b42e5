package dev.rivulet.catalog.sale;

import dev.rivulet.kit.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Counts what was sold, as far as subscription-service's events have arrived. */
@ApplicationScoped
@Transactional
public class Sales {

    /**
     * Subscriptions that run on the same terms of a plan.
     *
     * @param price for each period, as pinned when they were signed
     * @param period name of the billing period
     * @param endDate first day not covered, where the end is decided
     */
    public record Running(
            int planVersion,
            Money price,
            String period,
            @Nullable LocalDate endDate,
            long subscriptions) {}

    private final SaleRepository sales;

    Sales(SaleRepository sales) {
        this.sales = sales;
    }

    /**
     * How many customers ever bought the product from the company itself, lost ones too; several subscriptions of one
     * are one, and those that partners sold are none.
     */
    public long ownCustomers(UUID product) {
        return sales.ownCustomers(product);
    }

    /** The subscriptions to a plan that have not ended, by their terms, oldest version first. */
    public List<Running> running(UUID plan) {
        return sales.running(plan).stream()
                .map(row -> new Running(
                        row.planVersion(),
                        new Money(row.priceMinor(), row.currency()),
                        row.period(),
                        row.endDate(),
                        row.subscriptions()))
                .toList();
    }
}
