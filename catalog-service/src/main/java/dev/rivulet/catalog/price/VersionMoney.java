package dev.rivulet.catalog.price;

import dev.rivulet.catalog.plan.PlanMoney;
import dev.rivulet.catalog.plan.Plans;
import dev.rivulet.kit.tenancy.Tenants;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The money of plans' versions, those asked for last in memory: what was published never changes. */
@Singleton
class VersionMoney {

    private static final int MOST = 20_000;

    private record Key(String tenant, UUID plan, int version) {}

    private final Plans plans;
    private final Tenants tenants;
    private final SequencedMap<Key, PlanMoney> kept = new LinkedHashMap<>(16, 0.75f, true);

    VersionMoney(Plans plans, Tenants tenants) {
        this.plans = plans;
        this.tenants = tenants;
    }

    /** Of the version whose list price this is. */
    PlanMoney of(UUID plan, int version) {
        var key = new Key(tenants.current(), plan, version);
        var copy = find(key);
        return copy != null
                ? copy
                : plans.moneyOf(plan, version).map(money -> keep(key, money)).orElse(PlanMoney.NONE);
    }

    private synchronized @Nullable PlanMoney find(Key key) {
        return kept.get(key);
    }

    private synchronized PlanMoney keep(Key key, PlanMoney money) {
        kept.put(key, money);
        if (kept.size() > MOST) {
            kept.pollFirstEntry();
        }
        return money;
    }
}
