package dev.rivulet.success.customer;

import dev.rivulet.kit.money.Money;
import dev.rivulet.success.customer.domain.Monthly;
import dev.rivulet.success.customer.domain.Term;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a customer has bought, as the subscription service last told. */
@Entity
class Subscription {

    static final String CANCELLED = "CANCELLED";

    private static final String RUNNING = "RUNNING";
    private static final String PAUSED = "PAUSED";
    private static final String ENDED = "ENDED";

    @Id
    UUID id;

    @TenantId
    @Column(name = "tenant_id")
    String tenant;

    /** The subscription's version that this rests on. */
    @Column(name = "told_version")
    long toldVersion = -1;

    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "product_id")
    @Nullable
    UUID productId;

    @Column(name = "plan_id")
    @Nullable
    UUID planId;

    @Column(name = "plan_name")
    String planName;

    @Column(name = "plan_version")
    @Nullable
    Integer planVersion;

    int seats;

    @Embedded
    Money price;

    @Column
    String period;

    @Column
    String status;

    @Column
    String phase;

    /** The subscription that this one is an add-on of. */
    @Column(name = "base_id")
    @Nullable
    UUID baseId;

    @Column(name = "segment_id")
    @Nullable
    UUID segmentId;

    /** In minor units of the price's currency; 0 in a trial, in a pause and after the end. */
    @Column(name = "monthly_minor")
    long monthlyMinor;

    @Column(name = "start_date")
    LocalDate startDate;

    /** The first day it no longer runs. */
    @Column(name = "end_date")
    @Nullable
    LocalDate endDate;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column
    List<Term> history = List.of();

    void take(SubscriptionState state, long version) {
        toldVersion = version;
        id = state.id();
        accountId = state.accountId();
        productId = state.productId();
        planId = state.planId();
        planName = state.planName();
        planVersion = state.planVersion();
        seats = state.seats();
        price = state.price();
        period = Objects.requireNonNullElse(state.period(), "MONTH");
        status = state.status();
        phase = state.phaseOrStatus();
        baseId = state.baseId();
        segmentId = state.segmentId();
        startDate = state.startDate();
        endDate = state.endDate();
        history = state.historyOrNow();
        monthlyMinor = phase.equals(RUNNING) ? monthly().minor() : 0;
    }

    /** The price for a month, whether it is charged at present or not. */
    Money monthly() {
        return Monthly.of(price, period).orElseThrow(() -> new IllegalArgumentException("no such period: " + period));
    }

    /** A cancellation takes effect on its end date; until then the seats are the customer's. */
    boolean runsOn(LocalDate day) {
        return !startDate.isAfter(day) && (endDate == null ? !status.equals(CANCELLED) : day.isBefore(endDate));
    }

    /** Whether it is paid for on a day: neither tried nor resting. */
    boolean isPaidOn(LocalDate day) {
        return runsOn(day) && on(day).mode().equals(RUNNING);
    }

    /** Whether it rests on a day: nobody can use it. */
    boolean isPausedOn(LocalDate day) {
        return runsOn(day) && on(day).mode().equals(PAUSED);
    }

    Standing standing(LocalDate day) {
        if (isPausedOn(day)) {
            return Standing.RESTING;
        }
        var isToCome = startDate.isAfter(day) && !phase.equals(ENDED);
        return runsOn(day) || isToCome ? Standing.RUNNING : Standing.ENDED;
    }

    /** Whether it is bought in addition to another. */
    boolean isAddOn() {
        return baseId != null;
    }

    /** What it was on a day; before its first day what it was to be. */
    Term on(LocalDate day) {
        return history.stream()
                .filter(term -> !term.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> new Term(startDate, planName, seats, phase));
    }
}
