package dev.rivulet.subscription.payment.provider;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.sql.Sql;
import dev.rivulet.kit.tenancy.Tenants;
import dev.rivulet.subscription.payment.PaymentMethod;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A card that does as its token says: {@code ok}, {@code decline:<code>} or {@code timeout}; a time-out is resolved
 * when it is told to. Keeps what it did, as a real provider would.
 */
@Singleton
public class SandboxCard implements PaymentProvider {

    private static final String DECLINE = "decline:";

    private final Sql sql;
    private final Tenants tenants;
    private final TenantClock clock;

    SandboxCard(Sql sql, Tenants tenants, TenantClock clock) {
        this.sql = sql;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Tokens it understands, as a pattern. */
    public static boolean knows(String token) {
        return token.matches("ok|timeout|decline:[a-z_-]{1,40}");
    }

    @Override
    public PaymentMethod method() {
        return PaymentMethod.CARD_SANDBOX;
    }

    @Override
    public Money minimum(Currency currency) {
        return new Money(50, currency);
    }

    @Override
    public boolean isAvailable() {
        return clock.isSandbox();
    }

    @Override
    public Outcome charge(Charge charge) {
        var told = charge.token();
        remember(
                charge.paymentId(),
                told.equals("ok") ? "SUCCEEDED" : told.startsWith(DECLINE) ? "DECLINED" : "TIMED_OUT",
                told.startsWith(DECLINE) ? told.substring(DECLINE.length()) : null);
        // Asked twice it answers what it did the first time.
        return find(charge.paymentId(), null);
    }

    @Override
    public Outcome find(UUID paymentId, @Nullable String providerPaymentId) {
        var found = inTransaction(() -> sql.query(
                "SELECT outcome, decline_code FROM sandbox_charge WHERE tenant_id = ? AND payment_id = ?",
                row -> outcome(paymentId, row.getString(1), row.getString(2)),
                tenants.current(),
                paymentId));
        return found.isEmpty() ? new Outcome.Failed(null, "never-asked") : found.getFirst();
    }

    @Override
    public Outcome refund(UUID refundId, String providerPaymentId, Money amount) {
        return new Outcome.Succeeded("sandbox-refund-" + refundId);
    }

    @Override
    public Optional<Outcome> findRefund(UUID refundId, String providerPaymentId, @Nullable String providerRefundId) {
        // It knows each at once, so that one nobody heard of was not made.
        return Optional.empty();
    }

    /** Tells it how a charge that timed out has ended; false when none has. */
    public boolean resolve(UUID paymentId, boolean succeeded) {
        return inTransaction(() -> sql.update(
                        "UPDATE sandbox_charge SET outcome = ?, decline_code = ?"
                                + " WHERE tenant_id = ? AND payment_id = ? AND outcome = 'TIMED_OUT'",
                        succeeded ? "SUCCEEDED" : "DECLINED",
                        succeeded ? null : "card_declined",
                        tenants.current(),
                        paymentId))
                == 1;
    }

    private void remember(UUID paymentId, String outcome, @Nullable String code) {
        inTransaction(() -> sql.update(
                "INSERT INTO sandbox_charge (tenant_id, payment_id, outcome, decline_code) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING",
                tenants.current(),
                paymentId,
                outcome,
                code));
    }

    /** Its memory is its own: what it did stays done, whatever becomes of the caller. */
    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    private static Outcome outcome(UUID paymentId, String outcome, @Nullable String code) {
        var id = "sandbox-" + paymentId;
        return switch (outcome) {
            case "SUCCEEDED" -> new Outcome.Succeeded(id);
            case "DECLINED" -> new Outcome.Failed(id, code == null ? "card_declined" : code);
            default -> new Outcome.Unknown(null);
        };
    }
}
