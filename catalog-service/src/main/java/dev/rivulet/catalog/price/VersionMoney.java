package dev.rivulet.catalog.price;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rivulet.catalog.plan.PlanMoney;
import dev.rivulet.catalog.plan.Plans;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The money of plans' versions, those asked for last in memory: what was published never changes. */
@Singleton
class VersionMoney {

    private static final int MOST = 20_000;

    private record Key(String tenant, UUID plan, int version) {}

    private final Plans plans;
    private final Tenants tenants;
    private final Cache<Key, PlanMoney> kept =
            Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

    VersionMoney(Plans plans, Tenants tenants) {
        this.plans = plans;
        this.tenants = tenants;
    }

    /** Of the version whose list price this is. */
    PlanMoney of(UUID plan, int version) {
        var key = new Key(tenants.current(), plan, version);
        var copy = kept.getIfPresent(key);
        if (copy != null) {
            return copy;
        }
        var money = plans.moneyOf(plan, version);
        money.ifPresent(found -> kept.put(key, found));
        return money.orElse(PlanMoney.NONE);
    }
}
