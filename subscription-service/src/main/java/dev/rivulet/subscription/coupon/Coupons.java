package dev.rivulet.subscription.coupon;

import dev.rivulet.kit.clock.TenantClock;
import dev.rivulet.kit.problem.Rejected;
import dev.rivulet.subscription.account.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes coupons and lets accounts redeem them. */
@ApplicationScoped
@Transactional
class Coupons {

    private final CouponRepository coupons;
    private final RedemptionRepository redemptions;
    private final Accounts accounts;
    private final TenantClock clock;

    Coupons(CouponRepository coupons, RedemptionRepository redemptions, Accounts accounts, TenantClock clock) {
        this.coupons = coupons;
        this.redemptions = redemptions;
        this.accounts = accounts;
        this.clock = clock;
    }

    CouponView make(CouponRequest request) {
        check(request);
        var coupon = new Coupon();
        coupon.code = request.code();
        coupon.name = request.name();
        coupon.percent = request.percent();
        if (request.amount() != null) {
            coupon.amountMinor = request.amount().minor();
            coupon.currency = request.amount().currency().getCurrencyCode();
        }
        coupon.duration = request.duration();
        coupon.periods = request.periods();
        coupon.redemptionLimit = request.redemptionLimit();
        coupon.limitPerAccount = request.limitPerAccount();
        coupon.validUntil = request.validUntil();
        coupon.plans = Objects.requireNonNullElse(request.plans(), List.<UUID>of()).stream()
                .distinct()
                .map(UUID::toString)
                .collect(Collectors.joining(","));
        coupon.createdAt = clock.now();
        coupons.persistAndFlush(coupon);
        return CouponView.of(coupon);
    }

    /** Redemptions of one coupon go one after the other, so that its limits hold. */
    RedemptionView redeem(UUID accountId, String code) {
        var payer = accounts.payer(accountId).orElseThrow(() -> Rejected.notFound("account", accountId));
        var coupon = coupons.lock(code).orElseThrow(() -> Rejected.unprocessable("coupon-unknown", "/code", code));
        var today = clock.today(payer.zone());
        if (coupon.validUntil != null && today.isAfter(coupon.validUntil)) {
            throw Rejected.unprocessable("coupon-over", "/code", coupon.validUntil);
        }
        if (coupon.currency != null && !coupon.currency.equals(payer.currency().getCurrencyCode())) {
            throw Rejected.unprocessable("currency-mismatch", "/code", coupon.currency, payer.currency());
        }
        if (coupon.redemptionLimit != null && coupon.redeemed >= coupon.redemptionLimit) {
            throw Rejected.conflict("coupon-exhausted", coupon.redemptionLimit);
        }
        if (coupon.limitPerAccount != null && redemptions.count(coupon, accountId) >= coupon.limitPerAccount) {
            throw Rejected.conflict("coupon-redeemed", coupon.limitPerAccount);
        }
        coupon.redeemed++;
        var redemption = new Redemption();
        redemption.coupon = coupon;
        redemption.accountId = accountId;
        redemption.redeemedOn = today;
        redemption.usesLeft = coupon.uses();
        redemptions.persistAndFlush(redemption);
        return RedemptionView.of(redemption);
    }

    /** Takes effect with the next invoice; a redemption that was removed still counts towards the limits. */
    void remove(UUID accountId, UUID id) {
        redemptions.get(accountId, id).removedAt = clock.now();
    }

    private void check(CouponRequest request) {
        if ((request.percent() == null) == (request.amount() == null)) {
            throw Rejected.unprocessable("coupon-percent-or-amount", "/percent");
        }
        if (request.amount() != null && request.amount().minor() <= 0) {
            throw Rejected.invalid("amount-not-positive", "/amount/amount");
        }
        if ((request.duration() == CouponDuration.REPEATING) != (request.periods() != null)) {
            throw Rejected.unprocessable("coupon-periods", "/periods");
        }
        if (coupons.has(request.code())) {
            throw Rejected.conflict("coupon-code-used", request.code());
        }
    }
}
