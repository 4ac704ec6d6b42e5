package dev.rivulet.subscription.offer;

import dev.rivulet.kit.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Which activity the sale of a product is. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Activities {

    private static final int REMEMBERED = 10_000;
    private static final Duration GOOD_FOR = Duration.ofSeconds(5);

    private record Key(String tenant, UUID product) {}

    private record Known(Optional<String> code, long at) {}

    private final Map<Key, Known> known = new ConcurrentHashMap<>();
    private final ActivityRepository activities;
    private final Tenants tenants;

    Activities(ActivityRepository activities, Tenants tenants) {
        this.activities = activities;
        this.tenants = tenants;
    }

    /** Something was heard of them. */
    @Transactional(Transactional.TxType.SUPPORTS)
    void forget() {
        known.clear();
    }

    /**
     * The code of the product's sales, as it was a few seconds ago; empty where no seller has assigned one, or sellers
     * disagree: whose sale it was is not known then.
     */
    public Optional<String> codeOf(UUID product) {
        var key = new Key(tenants.current(), product);
        var now = System.nanoTime();
        var last = known.get(key);
        if (last != null && now - last.at() < GOOD_FOR.toNanos()) {
            return last.code();
        }
        var codes = activities.codesOf(product);
        var code = codes.size() == 1 ? Optional.of(codes.getFirst()) : Optional.<String>empty();
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        known.put(key, new Known(code, now));
        return code;
    }
}
