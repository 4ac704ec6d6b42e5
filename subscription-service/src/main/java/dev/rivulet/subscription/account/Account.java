package dev.rivulet.subscription.account;

import dev.rivulet.kit.money.Money;
import dev.rivulet.kit.tenancy.TenantEntity;
import dev.rivulet.subscription.account.Accounts.Payer;
import dev.rivulet.subscription.account.domain.CollectionMethod;
import dev.rivulet.subscription.account.domain.MinimumPolicy;
import dev.rivulet.subscription.events.AccountChanged;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer. The zone decides which day it is for the account, the currency never changes. */
@Entity
class Account extends TenantEntity {

    private static final String MAIN = "main";

    @Column
    String name;

    @Column
    String zone;

    @Column(updatable = false)
    String currency;

    @Nullable
    String email;

    @Nullable
    @Column(name = "parent_id")
    UUID parentId;

    @Column(name = "roll_up")
    boolean rollUp;

    /** Set by the database for a new account, which pays for itself. */
    @Nullable
    @Column(name = "payer_id")
    UUID payerId;

    @Column(name = "legal_entity")
    String legalEntity;

    @Nullable
    @Column(name = "billing_day")
    Short billingDay;

    @Column(name = "payment_terms_days")
    int paymentTermsDays;

    @Column(name = "grace_days")
    int graceDays;

    @Column(name = "collection_method")
    @Enumerated(EnumType.STRING)
    CollectionMethod collectionMethod;

    @Nullable
    @Column(name = "minimum_minor")
    Long minimumMinor;

    @Nullable
    @Column(name = "minimum_age_cap_days")
    Integer minimumAgeCapDays;

    @Nullable
    @Column(name = "minimum_policy")
    @Enumerated(EnumType.STRING)
    MinimumPolicy minimumPolicy;

    /** The least that can be paid at once by the default payment method, as its provider says; null for any amount. */
    @Nullable
    @Column(name = "method_minimum_minor")
    Long methodMinimumMinor;

    @Nullable
    String country;

    @Nullable
    @Column(name = "tax_id")
    String taxId;

    @Nullable
    @Column(name = "tax_exemption")
    String taxExemption;

    @Nullable
    @Column(name = "tax_code")
    String taxCode;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    Payer asPayer() {
        return new Payer(id, ZoneId.of(zone), Currency.getInstance(currency), payer(), country);
    }

    UUID payer() {
        return Objects.requireNonNullElse(payerId, id);
    }

    /** Everything but where it stands among other accounts. */
    void take(AccountRequest request) {
        name = request.name();
        zone = request.zone();
        email = request.email();
        legalEntity = Objects.requireNonNullElse(request.legalEntity(), MAIN);
        billingDay = request.billingDay() == null ? null : request.billingDay().shortValue();
        paymentTermsDays = Objects.requireNonNullElse(request.paymentTermsDays(), 14);
        graceDays = Objects.requireNonNullElse(request.graceDays(), 0);
        collect(Objects.requireNonNullElse(request.collectionMethod(), CollectionMethod.BANK_TRANSFER));
        var minimum = request.minimum();
        minimumMinor = minimum == null ? null : minimum.amount().minor();
        minimumAgeCapDays = minimum == null ? null : minimum.ageCapDays();
        minimumPolicy = minimum == null ? null : minimum.policy();
        var tax = Objects.requireNonNullElse(request.tax(), TaxProfile.NONE);
        country = tax.country();
        taxId = tax.taxId();
        taxExemption = tax.exemption();
        taxCode = tax.code();
    }

    /** What its provider takes at least is known of the method it pays by alone. */
    private void collect(CollectionMethod by) {
        if (by != collectionMethod) {
            methodMinimumMinor = null;
        }
        collectionMethod = by;
    }

    /** The default payment method is another now. */
    void payBy(CollectionMethod method, Money least) {
        collectionMethod = method;
        methodMinimumMinor = least.minor() > 1 ? least.minor() : null;
    }

    AccountRequest asRequested() {
        var tax = new TaxProfile(country, taxId, taxExemption, taxCode);
        return new AccountRequest(
                name,
                zone,
                currency,
                email,
                parentId,
                rollUp ? true : null,
                legalEntity.equals(MAIN) ? null : legalEntity,
                billingDay == null ? null : billingDay.intValue(),
                paymentTermsDays,
                graceDays,
                collectionMethod,
                minimum(),
                tax.equals(TaxProfile.NONE) ? null : tax);
    }

    @Nullable
    MinimumRequest minimum() {
        if (minimumMinor == null || minimumAgeCapDays == null || minimumPolicy == null) {
            return null;
        }
        return new MinimumRequest(
                new Money(minimumMinor, Currency.getInstance(currency)), minimumAgeCapDays, minimumPolicy);
    }

    AccountChanged asChanged() {
        return new AccountChanged(id, name, zone, currency, parentId, payer(), createdAt);
    }
}
