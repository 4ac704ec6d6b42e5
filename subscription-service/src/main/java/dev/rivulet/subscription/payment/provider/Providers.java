package dev.rivulet.subscription.payment.provider;

import dev.rivulet.kit.money.Money;
import dev.rivulet.subscription.payment.PaymentMethod;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The providers by the method they stand for; a bank transfer has none. */
@Singleton
public class Providers {

    private final List<PaymentProvider> providers;

    Providers(@All List<PaymentProvider> providers) {
        this.providers = providers;
    }

    public Optional<PaymentProvider> of(PaymentMethod method) {
        return providers.stream().filter(each -> each.method() == method).findFirst();
    }

    /** The least that can be paid by a method. */
    public Money minimum(PaymentMethod method, Currency currency) {
        return of(method).map(each -> each.minimum(currency)).orElse(new Money(1, currency));
    }
}
